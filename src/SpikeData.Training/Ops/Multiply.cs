using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x times other, both of one shape.</summary>
    public Tensor Multiply(Tensor other)
    {
        Tensor y = Tape.New(ShapeLike(other), NeedsGradient || other.NeedsGradient);
        y.RunNumbers(new Multiply(Values, other.Values, new(y.Values)));
        return y.Record((x: this, other), static (op, y) =>
        {
            if (op.x.NeedsGradient) y.RunNumbers(new Multiply(y.Gradient, op.other.Values, op.x.Share()));
            if (op.other.NeedsGradient) y.RunNumbers(new Multiply(y.Gradient, op.x.Values, op.other.Share()));
        });
    }

    public Tensor Square() => Multiply(this);
}

/// <summary>y = a b.</summary>
readonly struct Multiply(View<float> a, View<float> b, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => y.Add(column, TLane.Load(a, column) * TLane.Load(b, column));
}
