using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The largest of all pixels of an image: [N, C, 1, 1] from [N, C, H, W]. The gradient goes to the first of equal ones.</summary>
    public Tensor GlobalMaxPool()
    {
        Shape pooled = Shape with { Height = 1, Width = 1 };
        Tensor y = Tape.New(pooled, NeedsGradient), places = Tape.New(pooled, needsGradient: false);
        y.RunPixels(new GlobalMaxPool(Values, Shape, y.Values, places.Values));
        return y.Record((x: this, places), static (op, y) =>
            op.x.RunPixels(new GlobalMaxPoolGradient(op.places.Values, y.Gradient, op.x.Shape, op.x.Share())));
    }
}

/// <summary>y = the largest x of an image, per channel, and the pixel where it stands first.</summary>
readonly struct GlobalMaxPool(View<float> x, Shape shape, View<float> y, View<float> places) : IFloatKernel
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
readonly struct GlobalMaxPoolGradient(View<float> places, View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
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
