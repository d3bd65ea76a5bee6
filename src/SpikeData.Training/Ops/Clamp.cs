using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Limits numbers to an interval.</summary>
public static class Limits
{
    /// <summary>x, but not below <paramref name="low"/> nor above <paramref name="high"/>; outside no gradient passes.</summary>
    public static Tensor Clamp(this Tensor x, float low, float high)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Clamp(x.Values, low, high, y.Values), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, low, high, y));
    }

    readonly record struct Backward(Tensor X, float Low, float High, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new ClampGradient(X.Values, Low, High, Y.Gradient, X.Share()), 1, X.Shape.Length);
    }
}

/// <summary>y = min(max(x, low), high).</summary>
public readonly struct Clamp(View<float> x, float low, float high, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        TLane.Store(y, column, TLane.Min(TLane.Splat(high), TLane.Max(TLane.Splat(low), TLane.Load(x, column))));
}

/// <summary>dx = dy where low &lt;= x &lt;= high, 0 elsewhere.</summary>
public readonly struct ClampGradient(View<float> x, float low, float high, View<float> dy, Accumulator dx) : IFloatKernel
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
