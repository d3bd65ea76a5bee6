using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The rectifier whose slope is learned, one per channel.</summary>
/// <remarks>He et al., "Delving Deep into Rectifiers", 2015.</remarks>
public static class LearnedRectifier
{
    /// <summary>Leaves positive numbers and multiplies negative ones by the slope of their channel.</summary>
    /// <param name="slopes">One per channel.</param>
    public static Tensor RectifyLearned(this Tensor x, Parameter slopes)
    {
        if (slopes.Count != x.Shape.Channels) throw new ArgumentException($"One slope per channel of {x.Shape} was expected; {slopes} has {slopes.Count}.");
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient || slopes.IsTrained);
        x.Tape.Run(new RectifyLearned(x.Values, slopes.Tensor.Values, x.Shape.Channels, y.Values), x.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, slopes.Tensor, y));
    }

    readonly record struct Backward(Tensor X, Tensor Slopes, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient)
                tape.Run(new RectifyLearnedGradient(X.Values, Slopes.Values, Y.Gradient, shape.Channels, X.Share()), shape.Pixels, shape.Channels);
            if (Slopes.NeedsGradient) tape.Run(new SlopeGradient(X.Values, Y.Gradient, shape, Slopes.Share()), 1, shape.Channels);
        }
    }
}

/// <summary>y = x where x is positive, slope x elsewhere.</summary>
public readonly struct RectifyLearned(View<float> x, View<float> slopes, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane.Store(y, at, Rectifier.Of(TLane.Load(x, at), TLane.Load(slopes, column)));
    }
}

/// <summary>dx = dy where x is positive, slope dy elsewhere.</summary>
public readonly struct RectifyLearnedGradient(View<float> x, View<float> slopes, View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        dx.Add(at, Rectifier.GradientOf(TLane.Load(x, at), TLane.Load(dy, at), TLane.Load(slopes, column)));
    }
}

/// <summary>The gradient by the slopes: the sum of x dy over all pixels where x is not positive; lines are summed first.</summary>
public readonly struct SlopeGradient(View<float> x, View<float> dy, Shape shape, Accumulator gradient) : IFloatKernel
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
