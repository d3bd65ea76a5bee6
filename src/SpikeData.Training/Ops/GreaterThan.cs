using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>1 where x is larger than other plus a margin, 0 elsewhere; no gradient passes.</summary>
    public Tensor GreaterThan(Tensor other, float margin = 0)
    {
        Tensor y = Tape.New(ShapeLike(other), needsGradient: false);
        y.RunNumbers(new GreaterThan(Values, other.Values, margin, y.Values));
        return y;
    }
}

/// <summary>y = 1 where x &gt; other + margin, 0 elsewhere.</summary>
readonly struct GreaterThan(View<float> x, View<float> other, float margin, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane limit = TLane.Load(other, column) + TLane.Splat(margin);
        TLane.Store(y, column, TLane.Select(TLane.LessThan(limit, TLane.Load(x, column)), TLane.Splat(1f), TLane.Splat(0f)));
    }
}
