using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Leaves positive numbers and multiplies negative ones by the slope of their channel, which is learned.</summary>
    /// <remarks>He et al., "Delving Deep into Rectifiers", 2015.</remarks>
    /// <param name="slopes">One per channel.</param>
    public Tensor PRelu(Parameter slopes)
    {
        if (slopes.Count != Shape.Channels)
            throw new ArgumentException($"One slope per channel of {Shape} was expected; {slopes} has {slopes.Count}.");
        Tensor y = Tape.New(Shape, NeedsGradient || slopes.IsTrained);
        y.RunPixels(new PRelu(Values, slopes.Tensor.Values, Shape.Channels, y.Values));
        return y.Record((x: this, slopes: slopes.Tensor), static (op, y) =>
        {
            (Tensor x, Tensor slopes, Shape shape) = (op.x, op.slopes, y.Shape);
            if (x.NeedsGradient) y.RunPixels(new PReluGradient(x.Values, slopes.Values, y.Gradient, shape.Channels, x.Share()));
            if (slopes.NeedsGradient) y.Tape.Run(new PReluSlopeGradient(x.Values, y.Gradient, shape, slopes.Share()), 1, shape.Channels);
        });
    }
}

/// <summary>y = x where x is positive, slope x elsewhere.</summary>
readonly struct PRelu(View<float> x, View<float> slopes, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane.Store(y, at, Relu.Of(TLane.Load(x, at), TLane.Load(slopes, column)));
    }
}

/// <summary>dx = dy where x is positive, slope dy elsewhere.</summary>
readonly struct PReluGradient(View<float> x, View<float> slopes, View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        dx.Add(at, Relu.GradientOf(TLane.Load(x, at), TLane.Load(dy, at), TLane.Load(slopes, column)));
    }
}

/// <summary>The gradient by the slopes: the sum of x dy over all pixels where x is not positive; lines are summed first.</summary>
readonly struct PReluSlopeGradient(View<float> x, View<float> dy, Shape shape, Accumulator gradient) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane zero = TLane.Splat(0f), total = zero;
        long at = column;
        for (int line = 0; line < shape.Batch * shape.Height; line++)
        {
            TLane lineSum = zero;
            for (int i = 0; i < shape.Width; i++, at += shape.Channels)
                lineSum = TLane.MultiplyAdd(TLane.Min(TLane.Load(x, at), zero), TLane.Load(dy, at), lineSum);
            total += lineSum;
        }

        gradient.Add(column, total);
    }
}
