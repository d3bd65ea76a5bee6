using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Where one tensor is larger than another.</summary>
public static class Excess
{
    /// <summary>1 where x is larger than other plus a margin, 0 elsewhere; no gradient passes.</summary>
    public static Tensor Exceeds(this Tensor x, Tensor other, float margin = 0)
    {
        Tensor y = x.Tape.New(Shapes.Same(x, other), needsGradient: false);
        x.Tape.Run(new Exceeds(x.Values, other.Values, margin, y.Values), 1, y.Shape.Length);
        return y;
    }
}

/// <summary>y = 1 where x &gt; other + margin, 0 elsewhere.</summary>
public readonly struct Exceeds(View<float> x, View<float> other, float margin, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane limit = TLane.Load(other, column) + TLane.Splat(margin);
        TLane.Store(y, column, TLane.Select(TLane.LessThan(limit, TLane.Load(x, column)), TLane.Splat(1f), TLane.Splat(0f)));
    }
}
