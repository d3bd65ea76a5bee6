using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Quotients, number by number.</summary>
public static class Quotient
{
    /// <summary>x over other, both of one shape.</summary>
    public static Tensor Divide(this Tensor x, Tensor other)
    {
        Tensor y = x.Tape.New(Shapes.Same(x, other), x.NeedsGradient || other.NeedsGradient);
        x.Tape.Run(new Divide(x.Values, other.Values, new(y.Values)), 1, y.Shape.Length);
        return x.Tape.Record(y, new Backward(x, other, y));
    }

    readonly record struct Backward(Tensor X, Tensor Other, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            if (X.NeedsGradient) tape.Run(new Divide(Y.Gradient, Other.Values, X.Share()), 1, Y.Shape.Length);
            if (Other.NeedsGradient) tape.Run(new DivideGradient(Y.Values, Other.Values, Y.Gradient, Other.Share()), 1, Y.Shape.Length);
        }
    }
}

/// <summary>y = a / b.</summary>
public readonly struct Divide(View<float> a, View<float> b, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => y.Add(column, TLane.Load(a, column) / TLane.Load(b, column));
}

/// <summary>db = -dy y / b.</summary>
public readonly struct DivideGradient(View<float> y, View<float> b, View<float> dy, Accumulator db) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        db.Add(column, TLane.Splat(0f) - TLane.Load(dy, column) * TLane.Load(y, column) / TLane.Load(b, column));
}
