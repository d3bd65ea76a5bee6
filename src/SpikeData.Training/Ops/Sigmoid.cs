using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The logistic function.</summary>
public static class Logistic
{
    /// <summary>1 / (1 + e^-x).</summary>
    public static Tensor Sigmoid(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Sigmoid(x.Values, y.Values), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new SigmoidGradient(Y.Values, Y.Gradient, X.Share()), 1, X.Shape.Length);
    }
}

/// <summary>y = 1 / (1 + e^-x).</summary>
public readonly struct Sigmoid(View<float> x, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane one = TLane.Splat(1f);
        TLane.Store(y, column, one / (one + LaneMath.Exp(TLane.Splat(0f) - TLane.Load(x, column))));
    }
}

/// <summary>dx = dy y (1 - y).</summary>
public readonly struct SigmoidGradient(View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane value = TLane.Load(y, column);
        dx.Add(column, TLane.Load(dy, column) * value * (TLane.Splat(1f) - value));
    }
}
