using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>
    /// Backward warping: each pixel fetches its number from where the flow points, y(x, y) = x(x + u, y + v), between pixels bilinear.
    /// </summary>
    /// <remarks>PyTorch's grid_sample, bilinear, align_corners true.</remarks>
    /// <param name="flow">[N, 2, H, W]: columns u, rows v, in pixels.</param>
    /// <param name="border">What is seen outside: zeros, or the border pixel.</param>
    public Tensor Warp(Tensor flow, Border border)
    {
        if (flow.Shape != Shape with { Channels = 2 })
            throw new ArgumentException($"A flow of two channels for {Shape} was expected; this is {flow.Shape}.", nameof(flow));
        if (border == Border.Mirror)
            throw new ArgumentException("Beyond the border a warp sees zeros or the border pixel, no mirror.", nameof(border));
        Tensor y = Tape.New(Shape, NeedsGradient || flow.NeedsGradient);
        // Few channels fill no lane: they share the work of finding the place.
        int together = Shape.Channels < 4 ? Shape.Channels : 1;
        Tape.Run(new Warp(Values, flow.Values, Shape, border, together, y.Values), Shape.Pixels, Shape.Channels / together);
        return y.Record((x: this, flow, border), static (op, y) =>
        {
            ((Tensor x, Tensor flow, Border border), Shape shape) = (op, y.Shape);
            if (x.NeedsGradient)
                y.Tape.Run(new WarpImageGradient(flow.Values, y.Gradient, shape, border, x.ShareOfPart()), shape.Batch, shape.Channels);
            if (flow.NeedsGradient)
                y.Tape.Run(new WarpFlowGradient(x.Values, flow.Values, y.Gradient, shape, border, flow.Share()), shape.Pixels, 1);
        });
    }

    /// <summary>The warp with zeros outside, times 1 where less than a thousandth of what is seen lies outside and 0 elsewhere.</summary>
    /// <remarks>XVFI's backward warp. No gradient passes through the mask.</remarks>
    public Tensor WarpInside(Tensor flow)
    {
        Tensor warped = Warp(flow, Border.Zeros), visible = Tape.New(Shape with { Channels = 1 }, needsGradient: false);
        Tape.Run(new Visibility(flow.Values, Shape, visible.Values), Shape.Pixels, 1);
        return warped.MultiplyPixels(visible);
    }
}

/// <summary>y = the four pixels around where the flow points, weighted by nearness. A place computes so many channels together.</summary>
readonly struct Warp(View<float> x, View<float> flow, Shape shape, Border border, int together, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = WarpTarget.Of<TLane>(flow, row, shape, border);
        for (int channel = column * together; channel < column * together + together; channel++)
        {
            TLane sum = TLane.Splat(0f);
            for (int corner = 0; corner < 4; corner++)
            {
                if (!target.Sees(corner, shape)) continue;
                TLane value = TLane.Load(x, (long)target.Pixel(corner, shape) * shape.Channels + channel);
                sum = TLane.MultiplyAdd(TLane.Splat(target.Weight(corner)), value, sum);
            }

            TLane.Store(y, (long)row * shape.Channels + channel, sum);
        }
    }
}

/// <summary>
/// Gives dy back to the four pixels it came from. A row of the grid is a whole image, walked in order, so that sums have one order.
/// </summary>
readonly struct WarpImageGradient(View<float> flow, View<float> dy, Shape shape, Border border, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width;
        for (int pixel = row * pixels; pixel < (row + 1) * pixels; pixel++)
        {
            var target = WarpTarget.Of<TLane>(flow, pixel, shape, border);
            TLane share = TLane.Load(dy, (long)pixel * shape.Channels + column);
            for (int corner = 0; corner < 4; corner++)
            {
                if (!target.Sees(corner, shape)) continue;
                dx.Add((long)target.Pixel(corner, shape) * shape.Channels + column, share * TLane.Splat(target.Weight(corner)));
            }
        }
    }
}

/// <summary>du = sum over channels of dy times the slope of x between the four pixels, likewise dv.</summary>
readonly struct WarpFlowGradient(View<float> x, View<float> flow, View<float> dy, Shape shape, Border border, Accumulator gradient) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = WarpTarget.Of<TLane>(flow, row, shape, border);
        TLane across = TLane.Splat(0f), down = TLane.Splat(0f);
        for (int corner = 0; corner < 4; corner++)
        {
            if (!target.Sees(corner, shape)) continue;
            TLane seen = TLane.Splat(0f);
            long at = (long)target.Pixel(corner, shape) * shape.Channels, from = (long)row * shape.Channels;
            for (int channel = 0; channel < shape.Channels; channel++)
                seen = TLane.MultiplyAdd(TLane.Splat(x, at + channel), TLane.Splat(dy, from + channel), seen);
            float below = (corner >> 1) == 0 ? 1 - target.Down : target.Down, right = (corner & 1) == 0 ? 1 - target.Right : target.Right;
            across = TLane.MultiplyAdd(seen, TLane.Splat((corner & 1) == 0 ? -below : below), across);
            down = TLane.MultiplyAdd(seen, TLane.Splat((corner >> 1) == 0 ? -right : right), down);
        }

        gradient.Add(2L * row, across * TLane.Splat(target.MovesX));
        gradient.Add(2L * row + 1, down * TLane.Splat(target.MovesY));
    }
}

/// <summary>1 where nearly all of what a backward warp sees lies inside the image, 0 elsewhere.</summary>
readonly struct Visibility(View<float> flow, Shape shape, View<float> visible) : IFloatKernel
{
    const float Least = 0.999f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = WarpTarget.Of<TLane>(flow, row, shape, Border.Zeros);
        float inside = 0;
        for (int corner = 0; corner < 4; corner++)
            if (target.Sees(corner, shape)) inside += target.Weight(corner);
        TLane.Store(visible, row, TLane.Splat(inside < Least ? 0f : 1f));
    }
}

/// <summary>Where the flow of one pixel points: between four pixels of its image.</summary>
/// <param name="Image">The first pixel of the image.</param>
/// <param name="X">The column left of the target; -1 and beyond the last are outside.</param>
/// <param name="Y">The row above the target.</param>
/// <param name="Right">How far the target lies to the right of that column, 0 to 1.</param>
/// <param name="Down">How far it lies below that row, 0 to 1.</param>
/// <param name="MovesX">1 where a small change of u matters, 0 beyond the border.</param>
/// <param name="MovesY">The same for v.</param>
readonly record struct WarpTarget(int Image, int X, int Y, float Right, float Down, float MovesX, float MovesY)
{
    /// <summary>Reads the flow of a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static WarpTarget Of<TLane>(View<float> flow, int pixel, Shape shape, Border border)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = pixel / shape.Width, image = line / shape.Height;
        float x = pixel - line * shape.Width + TLane.Read(flow, 2L * pixel), y = line - image * shape.Height + TLane.Read(flow, 2L * pixel + 1);
        int beyond = border == Border.Repeat ? 0 : 1;
        float low = -beyond, lastX = shape.Width - 1 + beyond, lastY = shape.Height - 1 + beyond;
        float movesX = x > low && x < lastX ? 1 : 0, movesY = y > low && y < lastY ? 1 : 0;
        x = Limit(x, low, lastX);
        y = Limit(y, low, lastY);
        int left = (int)(x + 1) - 1, above = (int)(y + 1) - 1;
        return new(image * shape.Height * shape.Width, left, above, x - left, y - above, movesX, movesY);
    }

    /// <summary>Whether one of the four pixels lies in the image; 0 and 1 are the upper ones, 0 and 2 the left ones.</summary>
    public bool Sees(int corner, Shape shape)
    {
        int x = X + (corner & 1), y = Y + (corner >> 1);
        return x >= 0 && x < shape.Width && y >= 0 && y < shape.Height;
    }

    public int Pixel(int corner, Shape shape) => Image + (Y + (corner >> 1)) * shape.Width + X + (corner & 1);

    public float Weight(int corner) => ((corner & 1) == 0 ? 1 - Right : Right) * ((corner >> 1) == 0 ? 1 - Down : Down);

    /// <summary>What a flow that is no number points to lies outside.</summary>
    static float Limit(float value, float low, float high) => value > low ? value < high ? value : high : low;
}
