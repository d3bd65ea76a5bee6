using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The exponential function.</summary>
public static class Exponential
{
    /// <summary>e^x.</summary>
    public static Tensor Exp(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Exp(x.Values, y.Values), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new ExpGradient(Y.Values, Y.Gradient, X.Share()), 1, X.Shape.Length);
    }
}

/// <summary>y = e^x.</summary>
public readonly struct Exp(View<float> x, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => TLane.Store(y, column, LaneMath.Exp(TLane.Load(x, column)));
}

/// <summary>dx = dy y.</summary>
public readonly struct ExpGradient(View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => dx.Add(column, TLane.Load(dy, column) * TLane.Load(y, column));
}
