using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>One number for each channel of an image: [N, C, 1, 1] from [N, C, H, W].</summary>
public static class ImagePooling
{
    /// <summary>The mean over all pixels.</summary>
    public static Tensor AverageOfImage(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape with { Height = 1, Width = 1 }, x.NeedsGradient);
        x.Tape.Run(new AverageOfImage(x.Values, x.Shape, y.Values), x.Shape.Batch, x.Shape.Channels);
        return x.Tape.Record(y, new AverageBackward(x, y));
    }

    /// <summary>The largest of all pixels. The gradient goes to the first of equal ones.</summary>
    public static Tensor MaximumOfImage(this Tensor x)
    {
        Shape pooled = x.Shape with { Height = 1, Width = 1 };
        Tensor y = x.Tape.New(pooled, x.NeedsGradient), places = x.Tape.New(pooled, false);
        x.Tape.Run(new MaximumOfImage(x.Values, x.Shape, y.Values, places.Values), x.Shape.Batch, x.Shape.Channels);
        return x.Tape.Record(y, new MaximumBackward(x, places, y));
    }

    readonly record struct AverageBackward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new AverageOfImageGradient(Y.Gradient, X.Shape, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }

    readonly record struct MaximumBackward(Tensor X, Tensor Places, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new MaximumOfImageGradient(Places.Values, Y.Gradient, X.Shape, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y = mean of x over the pixels of an image, per channel; lines are summed first.</summary>
public readonly struct AverageOfImage(View<float> x, Shape shape, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * shape.Height * shape.Width * shape.Channels + column;
        TLane total = TLane.Splat(0f);
        for (int i = 0; i < shape.Height; i++)
        {
            TLane line = TLane.Splat(0f);
            for (int j = 0; j < shape.Width; j++, at += shape.Channels) line += TLane.Load(x, at);
            total += line;
        }

        TLane.Store(y, (long)row * shape.Channels + column, total / TLane.Splat((float)(shape.Height * shape.Width)));
    }
}

/// <summary>dx = dy / pixels.</summary>
public readonly struct AverageOfImageGradient(View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width, image = row / pixels;
        dx.Add((long)row * shape.Channels + column, TLane.Load(dy, (long)image * shape.Channels + column) / TLane.Splat((float)pixels));
    }
}

/// <summary>y = the largest x of an image, per channel, and the pixel where it stands first.</summary>
public readonly struct MaximumOfImage(View<float> x, Shape shape, View<float> y, View<float> places) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width;
        long at = (long)row * pixels * shape.Channels + column;
        TLane largest = TLane.Load(x, at), place = TLane.Splat(0f);
        for (int pixel = 1; pixel < pixels; pixel++)
        {
            TLane value = TLane.Load(x, at += shape.Channels), isLarger = TLane.LessThan(largest, value);
            largest = TLane.Select(isLarger, value, largest);
            place = TLane.Select(isLarger, TLane.Splat((float)pixel), place);
        }

        TLane.Store(y, (long)row * shape.Channels + column, largest);
        TLane.Store(places, (long)row * shape.Channels + column, place);
    }
}

/// <summary>dx = dy at the remembered pixel, 0 elsewhere.</summary>
public readonly struct MaximumOfImageGradient(View<float> places, View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width, image = row / pixels;
        long pooled = (long)image * shape.Channels + column;
        TLane place = TLane.Load(places, pooled), zero = TLane.Splat(0f), here = TLane.Splat((float)(row - image * pixels));
        TLane share = TLane.Select(TLane.LessThan(place, here), zero, TLane.Load(dy, pooled));
        dx.Add((long)row * shape.Channels + column, TLane.Select(TLane.LessThan(here, place), zero, share));
    }
}
