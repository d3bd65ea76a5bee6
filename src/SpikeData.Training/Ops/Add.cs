using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    public Tensor Add(Tensor other) => AddScaled(other, 1);

    public Tensor Subtract(Tensor other) => AddScaled(other, -1);

    Tensor AddScaled(Tensor other, float factor)
    {
        Tensor y = Tape.New(ShapeLike(other), NeedsGradient || other.NeedsGradient);
        y.RunNumbers(new Add(Values, other.Values, factor, y.Values));
        return y.Record((x: this, other, factor), static (op, y) =>
        {
            if (op.x.NeedsGradient) y.RunNumbers(new Scale(y.Gradient, 1, 0, op.x.Share()));
            if (op.other.NeedsGradient) y.RunNumbers(new Scale(y.Gradient, op.factor, 0, op.other.Share()));
        });
    }
}

/// <summary>y = x + factor other.</summary>
readonly struct Add(View<float> x, View<float> other, float factor, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        TLane.Store(y, column, TLane.MultiplyAdd(TLane.Splat(factor), TLane.Load(other, column), TLane.Load(x, column)));
}
