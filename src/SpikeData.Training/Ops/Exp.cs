using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>e^x.</summary>
    public Tensor Exp()
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Exp(Values, y.Values));
        return y.Record(this, static (x, y) => x.RunNumbers(new ExpGradient(y.Values, y.Gradient, x.Share())));
    }
}

/// <summary>y = e^x.</summary>
readonly struct Exp(View<float> x, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => TLane.Store(y, column, LaneMath.Exp(TLane.Load(x, column)));
}

/// <summary>dx = dy y.</summary>
readonly struct ExpGradient(View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => dx.Add(column, TLane.Load(dy, column) * TLane.Load(y, column));
}
