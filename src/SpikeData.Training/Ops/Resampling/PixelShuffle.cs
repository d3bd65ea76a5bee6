using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>
    /// [N, C, factor H, factor W] from [N, C factor^2, H, W]; channel c factor^2 + dy factor + dx becomes pixel (dx, dy) of channel c.
    /// </summary>
    /// <remarks>
    /// Shi et al., "Real-Time Single Image and Video Super-Resolution Using an Efficient Sub-Pixel Convolutional Neural Network", 2016.
    /// </remarks>
    public Tensor PixelShuffle(int factor)
    {
        if (Shape.Channels % (factor * factor) != 0)
            throw new ArgumentException($"A multiple of {factor * factor} channels was expected; {Shape} has {Shape.Channels}.", nameof(factor));
        Shape large = new(Shape.Batch, Shape.Channels / (factor * factor), Shape.Height * factor, Shape.Width * factor);
        Tensor y = Tape.New(large, NeedsGradient);
        y.RunPixels(new PixelShuffle(Values, factor, large, y.Values));
        return y.Record((x: this, factor), static (op, y) =>
            op.x.RunPixels(new PixelShuffleGradient(y.Gradient, op.factor, op.x.Shape, op.x.Share())));
    }
}

/// <summary>y(c, factor x + dx, factor y + dy) = x(c factor^2 + dy factor + dx, x, y). Lanes gather every factor^2-th channel.</summary>
readonly struct PixelShuffle(View<float> x, int factor, Shape large, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / large.Width, column0 = row - line * large.Width, square = factor * factor;
        int pixel = line / factor * (large.Width / factor) + column0 / factor, place = line % factor * factor + column0 % factor;
        TLane channels = TLane.Ramp(column) * TLane.Splat((float)square);
        TLane.Store(y, (long)row * large.Channels + column, TLane.Gather(x, pixel * large.Channels * square + place, channels));
    }
}

/// <summary>The inverse of <see cref="PixelShuffle"/>: lanes split their channel number into channel and place.</summary>
readonly struct PixelShuffleGradient(View<float> dy, int factor, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int square = factor * factor, channels = shape.Channels / square, largeWidth = shape.Width * factor;
        int line = row / shape.Width, corner = (line * factor * largeWidth + (row - line * shape.Width) * factor) * channels;
        TLane number = TLane.Ramp(column), half = TLane.Splat(0.5f);
        TLane channel = TLane.Floor((number + half) / TLane.Splat((float)square));
        TLane place = number - channel * TLane.Splat((float)square);
        TLane y = TLane.Floor((place + half) / TLane.Splat((float)factor)), x = place - y * TLane.Splat((float)factor);
        TLane offset = (y * TLane.Splat((float)largeWidth) + x) * TLane.Splat((float)channels) + channel;
        dx.Add((long)row * shape.Channels + column, TLane.Gather(dy, corner, offset));
    }
}
