using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>sqrt(x^2 + roundness^2): |x| for roundness 0, else differentiable at 0 (Charbonnier).</summary>
    public Tensor Abs(float roundness = 0)
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Abs(Values, roundness * roundness, y.Values));
        return y.Record(this, static (x, y) => x.RunNumbers(new AbsGradient(x.Values, y.Values, y.Gradient, x.Share())));
    }
}

/// <summary>y = sqrt(x^2 + bias).</summary>
readonly struct Abs(View<float> x, float bias, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane value = TLane.Load(x, column);
        TLane sharp = TLane.Max(value, TLane.Splat(0f) - value);
        TLane.Store(y, column, bias == 0 ? sharp : TLane.Sqrt(TLane.MultiplyAdd(value, value, TLane.Splat(bias))));
    }
}

/// <summary>dx = dy x / y, and 0 where y is 0.</summary>
readonly struct AbsGradient(View<float> x, View<float> y, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane length = TLane.Load(y, column), zero = TLane.Splat(0f);
        TLane slope = TLane.Select(TLane.LessThan(zero, length), TLane.Load(x, column) / length, zero);
        dx.Add(column, TLane.Load(dy, column) * slope);
    }
}
