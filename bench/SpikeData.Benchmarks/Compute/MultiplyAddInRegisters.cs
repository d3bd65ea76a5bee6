using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Benchmarks;

/// <summary>Twelve chains of multiply-adds that touch no memory: as fast as a core can be.</summary>
readonly struct MultiplyAddInRegisters(View<float> result, int steps) : IFloatKernel
{
    /// <summary>Floating-point operations per step and element.</summary>
    public const int Operations = 24;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane factor = TLane.Splat(0.999f), term = TLane.Splat(0.001f);
        TLane a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor, k = factor, l = factor;
        for (int step = 0; step < steps; step++)
        {
            a = TLane.MultiplyAdd(a, factor, term);
            b = TLane.MultiplyAdd(b, factor, term);
            c = TLane.MultiplyAdd(c, factor, term);
            d = TLane.MultiplyAdd(d, factor, term);
            e = TLane.MultiplyAdd(e, factor, term);
            f = TLane.MultiplyAdd(f, factor, term);
            g = TLane.MultiplyAdd(g, factor, term);
            h = TLane.MultiplyAdd(h, factor, term);
            i = TLane.MultiplyAdd(i, factor, term);
            j = TLane.MultiplyAdd(j, factor, term);
            k = TLane.MultiplyAdd(k, factor, term);
            l = TLane.MultiplyAdd(l, factor, term);
        }

        TLane.Store(result, column, a + b + c + d + (e + f + g + h) + (i + j + k + l));
    }
}
