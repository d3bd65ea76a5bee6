using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Leaves positive numbers and multiplies negative ones by <paramref name="slope"/>: 0 is ReLU, 0.1 a LeakyReLU.</summary>
    public Tensor Relu(float slope = 0)
    {
        Tensor y = Tape.New(Shape, NeedsGradient);
        y.RunNumbers(new Relu(Values, y.Values, slope));
        return y.Record((x: this, slope), static (op, y) => y.RunNumbers(new ReluGradient(y.Values, y.Gradient, op.x.Share(), op.slope)));
    }
}

/// <summary>y = x where x is positive, slope x elsewhere.</summary>
readonly struct Relu(View<float> x, View<float> y, float slope) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => TLane.Store(y, column, Relu.Of(TLane.Load(x, column), TLane.Splat(slope)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Of<TLane>(TLane value, TLane slope)
        where TLane : struct, IFloatLane<TLane> => TLane.Select(TLane.LessThan(value, TLane.Splat(0f)), value * slope, value);

    /// <summary>The gradient before the rectifier; at 0 it takes the slope, as PyTorch does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane GradientOf<TLane>(TLane result, TLane gradient, TLane slope)
        where TLane : struct, IFloatLane<TLane> => TLane.Select(TLane.LessThan(TLane.Splat(0f), result), gradient, gradient * slope);
}

/// <summary>dx = dy where y is positive, slope dy elsewhere. A slope above 0 keeps signs, so y tells as much as x.</summary>
readonly struct ReluGradient(View<float> y, View<float> dy, Accumulator dx, float slope) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        dx.Add(column, Relu.GradientOf(TLane.Load(y, column), TLane.Load(dy, column), TLane.Splat(slope)));
}
