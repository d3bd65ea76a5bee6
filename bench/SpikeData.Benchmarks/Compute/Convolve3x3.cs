using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>A 3x3 convolution of a zero-padded image, six output channels of two rows a call: twelve sums, which with two pixels and a weight
/// fill the sixteen registers of AVX2.</summary>
/// <param name="input">Shape [channel, height + 2, width + 2].</param>
/// <param name="weights">Shape [output channel / 6, channel, tap, 6].</param>
/// <param name="output">Shape [output channel, height, width].</param>
/// <param name="channels">How many channels there are on either side, a multiple of six.</param>
/// <param name="height">An even number.</param>
readonly struct Convolve3x3(View<float> input, View<float> weights, View<float> output, int channels, int height, int width) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        View<float> x = input, w = weights, o = output;
        int pairs = height / 2, block = row / pairs, y = 2 * (row - block * pairs);
        long padded = width + 2, tap = block * channels * 54;
        TLane a = default, b = default, c = default, d = default, e = default, f = default;
        TLane g = default, h = default, i = default, j = default, k = default, l = default;
        for (int channel = 0; channel < channels; channel++)
        for (int tapY = 0; tapY < 3; tapY++)
        {
            long upper = (channel * (height + 2) + y + tapY) * padded + column, lower = upper + padded;
            for (int tapX = 0; tapX < 3; tapX++)
            {
                TLane p = TLane.Load(x, upper + tapX), q = TLane.Load(x, lower + tapX), weight = TLane.Splat(w, tap);
                (a, g) = (TLane.MultiplyAdd(p, weight, a), TLane.MultiplyAdd(q, weight, g));
                weight = TLane.Splat(w, tap + 1);
                (b, h) = (TLane.MultiplyAdd(p, weight, b), TLane.MultiplyAdd(q, weight, h));
                weight = TLane.Splat(w, tap + 2);
                (c, i) = (TLane.MultiplyAdd(p, weight, c), TLane.MultiplyAdd(q, weight, i));
                weight = TLane.Splat(w, tap + 3);
                (d, j) = (TLane.MultiplyAdd(p, weight, d), TLane.MultiplyAdd(q, weight, j));
                weight = TLane.Splat(w, tap + 4);
                (e, k) = (TLane.MultiplyAdd(p, weight, e), TLane.MultiplyAdd(q, weight, k));
                weight = TLane.Splat(w, tap + 5);
                (f, l) = (TLane.MultiplyAdd(p, weight, f), TLane.MultiplyAdd(q, weight, l));
                tap += 6;
            }
        }

        long plane = height * width, at = block * 6 * plane + y * width + column;
        Store(o, at, width, a, g);
        Store(o, at + plane, width, b, h);
        Store(o, at + 2 * plane, width, c, i);
        Store(o, at + 3 * plane, width, d, j);
        Store(o, at + 4 * plane, width, e, k);
        Store(o, at + 5 * plane, width, f, l);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static void Store<TLane>(View<float> output, long at, int width, TLane upper, TLane lower)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane.Store(output, at, upper);
        TLane.Store(output, at + width, lower);
    }
}
