using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>ReLU and its relatives: what is negative is multiplied by a slope.</summary>
public static class Rectifier
{
    /// <summary>Leaves positive numbers and multiplies negative ones by <paramref name="slope"/>: 0 is ReLU, 0.1 a LeakyReLU.</summary>
    public static Tensor Rectify(this Tensor x, float slope = 0)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient);
        x.Tape.Run(new Rectify(x.Values, y.Values, slope), 1, x.Shape.Length);
        return x.Tape.Record(y, new Backward(x, y, slope));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Of<TLane>(TLane value, TLane slope)
        where TLane : struct, IFloatLane<TLane> => TLane.Select(TLane.LessThan(value, TLane.Splat(0f)), value * slope, value);

    /// <summary>The gradient before the rectifier; at 0 it takes the slope, as PyTorch does.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane GradientOf<TLane>(TLane result, TLane gradient, TLane slope)
        where TLane : struct, IFloatLane<TLane> => TLane.Select(TLane.LessThan(TLane.Splat(0f), result), gradient, gradient * slope);

    readonly record struct Backward(Tensor X, Tensor Y, float Slope) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new RectifyGradient(Y.Values, Y.Gradient, X.Share(), Slope), 1, X.Shape.Length);
    }
}

/// <summary>y = x where x is positive, slope x elsewhere.</summary>
public readonly struct Rectify(View<float> x, View<float> y, float slope) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => TLane.Store(y, column, Rectifier.Of(TLane.Load(x, column), TLane.Splat(slope)));
}

/// <summary>dx = dy where y is positive, slope dy elsewhere. A slope above 0 keeps signs, so y tells as much as x.</summary>
public readonly struct RectifyGradient(View<float> y, View<float> dy, Accumulator dx, float slope) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        dx.Add(column, Rectifier.GradientOf(TLane.Load(y, column), TLane.Load(dy, column), TLane.Splat(slope)));
}
