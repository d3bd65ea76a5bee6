using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x over other, both of one shape.</summary>
    public Tensor Divide(Tensor other)
    {
        Tensor y = Tape.New(ShapeLike(other), NeedsGradient || other.NeedsGradient);
        y.RunNumbers(new Divide(Values, other.Values, new(y.Values)));
        return y.Record((x: this, other), static (op, y) =>
        {
            if (op.x.NeedsGradient) y.RunNumbers(new Divide(y.Gradient, op.other.Values, op.x.Share()));
            if (op.other.NeedsGradient) y.RunNumbers(new DivideGradient(y.Values, op.other.Values, y.Gradient, op.other.Share()));
        });
    }
}

/// <summary>y = a / b.</summary>
readonly struct Divide(View<float> a, View<float> b, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => y.Add(column, TLane.Load(a, column) / TLane.Load(b, column));
}

/// <summary>db = -dy y / b.</summary>
readonly struct DivideGradient(View<float> y, View<float> b, View<float> dy, Accumulator db) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        db.Add(column, TLane.Splat(0f) - TLane.Load(dy, column) * TLane.Load(y, column) / TLane.Load(b, column));
}
