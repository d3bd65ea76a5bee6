using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Distances from zero, sharp or rounded off.</summary>
public static class Magnitude
{
    /// <summary>sqrt(x^2 + roundness^2): |x| for roundness 0, else differentiable at 0 (Charbonnier).</summary>
    public static Tensor Absolute(this Tensor x, float roundness = 0)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Absolute(x.Values, roundness * roundness, y.Values), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new AbsoluteGradient(X.Values, Y.Values, Y.Gradient, X.Share()), 1, X.Shape.Length);
    }
}

/// <summary>y = sqrt(x^2 + bias).</summary>
public readonly struct Absolute(View<float> x, float bias, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane value = TLane.Load(x, column);
        TLane sharp = TLane.Max(value, TLane.Splat(0f) - value);
        TLane.Store(y, column, bias == 0 ? sharp : TLane.Sqrt(TLane.MultiplyAdd(value, value, TLane.Splat(bias))));
    }
}

/// <summary>dx = dy x / y, and 0 where y is 0.</summary>
public readonly struct AbsoluteGradient(View<float> x, View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane length = TLane.Load(y, column), zero = TLane.Splat(0f);
        TLane slope = TLane.Select(TLane.LessThan(zero, length), TLane.Load(x, column) / length, zero);
        dx.Add(column, TLane.Load(dy, column) * slope);
    }
}
