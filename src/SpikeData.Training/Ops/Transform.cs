using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>A number times a factor plus an offset, the same for all.</summary>
public static class Transformation
{
    /// <summary>factor x + offset.</summary>
    public static Tensor Scale(this Tensor x, float factor, float offset = 0)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Transform(x.Values, factor, offset, new(y.Values)), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, factor, y));
    }

    readonly record struct Backward(Tensor X, float Factor, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new Transform(Y.Gradient, Factor, 0, X.Share()), 1, Y.Shape.Length);
    }
}

/// <summary>y = factor x + offset.</summary>
public readonly struct Transform(View<float> x, float factor, float offset, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        y.Add(column, TLane.MultiplyAdd(TLane.Splat(factor), TLane.Load(x, column), TLane.Splat(offset)));
}
