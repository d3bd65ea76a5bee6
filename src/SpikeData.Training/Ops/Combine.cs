using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Sums and differences of tensors of one shape.</summary>
public static class Combination
{
    public static Tensor Add(this Tensor x, Tensor other) => Combine(x, other, 1);

    public static Tensor Subtract(this Tensor x, Tensor other) => Combine(x, other, -1);

    static Tensor Combine(Tensor x, Tensor other, float factor)
    {
        Tensor y = x.Tape.New(Shapes.Same(x, other), x.NeedsGradient || other.NeedsGradient);
        x.Tape.Run(new Combine(x.Values, other.Values, factor, y.Values), 1, y.Shape.Length);
        return x.Tape.Record(y, new Backward(x, other, factor, y));
    }

    readonly record struct Backward(Tensor X, Tensor Other, float Factor, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            if (X.NeedsGradient) tape.Run(new Transform(Y.Gradient, 1, 0, X.Share()), 1, Y.Shape.Length);
            if (Other.NeedsGradient) tape.Run(new Transform(Y.Gradient, Factor, 0, Other.Share()), 1, Y.Shape.Length);
        }
    }
}

/// <summary>y = x + factor other.</summary>
public readonly struct Combine(View<float> x, View<float> other, float factor, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        TLane.Store(y, column, TLane.MultiplyAdd(TLane.Splat(factor), TLane.Load(other, column), TLane.Load(x, column)));
}
