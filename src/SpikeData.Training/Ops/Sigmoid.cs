using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>1 / (1 + e^-x).</summary>
    public Tensor Sigmoid()
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Sigmoid(Values, y.Values));
        return y.Record(this, static (x, y) => x.RunNumbers(new SigmoidGradient(y.Values, y.Gradient, x.Share())));
    }
}

/// <summary>y = 1 / (1 + e^-x).</summary>
readonly struct Sigmoid(View<float> x, View<float> y) : IFloatKernel
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
readonly struct SigmoidGradient(View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane value = TLane.Load(y, column);
        dx.Add(column, TLane.Load(dy, column) * value * (TLane.Splat(1f) - value));
    }
}
