using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x, but not below <paramref name="low"/> nor above <paramref name="high"/>; outside no gradient passes.</summary>
    public Tensor Clamp(float low, float high)
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Clamp(Values, low, high, y.Values));
        return y.Record((x: this, low, high), static (op, y) =>
            y.RunNumbers(new ClampGradient(op.x.Values, op.low, op.high, y.Gradient, op.x.Share())));
    }
}

/// <summary>y = min(max(x, low), high).</summary>
readonly struct Clamp(View<float> x, float low, float high, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        TLane.Store(y, column, TLane.Min(TLane.Splat(high), TLane.Max(TLane.Splat(low), TLane.Load(x, column))));
}

/// <summary>dx = dy where low &lt;= x &lt;= high, 0 elsewhere.</summary>
readonly struct ClampGradient(View<float> x, float low, float high, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane value = TLane.Load(x, column), zero = TLane.Splat(0f);
        TLane notAbove = TLane.Select(TLane.LessThan(TLane.Splat(high), value), zero, TLane.Load(dy, column));
        dx.Add(column, TLane.Select(TLane.LessThan(value, TLane.Splat(low)), zero, notAbove));
    }
}
