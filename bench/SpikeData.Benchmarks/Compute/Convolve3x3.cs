using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>A 3x3 convolution of a zero-padded image, eight output channels a call.</summary>
/// <param name="input">Shape [channel, height + 2, width + 2].</param>
/// <param name="weights">Shape [output channel / 8, channel, tap, 8].</param>
/// <param name="output">Shape [output channel, height, width].</param>
/// <param name="channels">How many channels there are on either side.</param>
readonly struct Convolve3x3(View<float> input, View<float> weights, View<float> output, int channels, int height, int width) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        View<float> x = input, w = weights, o = output;
        int block = row / height, y = row - block * height;
        long padded = width + 2, tap = block * channels * 72;
        TLane a = default, b = default, c = default, d = default, e = default, f = default, g = default, h = default;
        for (int channel = 0; channel < channels; channel++)
        for (int tapY = 0; tapY < 3; tapY++)
        {
            long pixels = (channel * (height + 2) + y + tapY) * padded + column;
            for (int tapX = 0; tapX < 3; tapX++)
            {
                TLane pixel = TLane.Load(x, pixels + tapX);
                a = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap), a);
                b = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 1), b);
                c = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 2), c);
                d = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 3), d);
                e = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 4), e);
                f = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 5), f);
                g = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 6), g);
                h = TLane.MultiplyAdd(pixel, TLane.Splat(w, tap + 7), h);
                tap += 8;
            }
        }

        long plane = height * width, at = block * 8 * plane + y * width + column;
        TLane.Store(o, at, a);
        TLane.Store(o, at + plane, b);
        TLane.Store(o, at + 2 * plane, c);
        TLane.Store(o, at + 3 * plane, d);
        TLane.Store(o, at + 4 * plane, e);
        TLane.Store(o, at + 5 * plane, f);
        TLane.Store(o, at + 6 * plane, g);
        TLane.Store(o, at + 7 * plane, h);
    }
}
