using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Products, number by number.</summary>
public static class Product
{
    /// <summary>x times other, both of one shape.</summary>
    public static Tensor Multiply(this Tensor x, Tensor other)
    {
        Tensor y = x.Tape.New(Shapes.Same(x, other), x.NeedsGradient || other.NeedsGradient);
        x.Tape.Run(new Multiply(x.Values, other.Values, new(y.Values)), 1, y.Shape.Length);
        return x.Tape.Record(y, new Backward(x, other, y));
    }

    public static Tensor Square(this Tensor x) => x.Multiply(x);

    readonly record struct Backward(Tensor X, Tensor Other, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            if (X.NeedsGradient) tape.Run(new Multiply(Y.Gradient, Other.Values, X.Share()), 1, Y.Shape.Length);
            if (Other.NeedsGradient) tape.Run(new Multiply(Y.Gradient, X.Values, Other.Share()), 1, Y.Shape.Length);
        }
    }
}

/// <summary>y = a b.</summary>
public readonly struct Multiply(View<float> a, View<float> b, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => y.Add(column, TLane.Load(a, column) * TLane.Load(b, column));
}
