using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Backward warping: each pixel fetches its number from where the flow points.</summary>
/// <remarks>PyTorch's grid_sample, bilinear, align_corners true.</remarks>
public static class Warping
{
    /// <summary>y(x, y) = x(x + u, y + v), between pixels bilinear.</summary>
    /// <param name="flow">[N, 2, H, W]: columns u, rows v, in pixels.</param>
    /// <param name="border">What is seen outside: zeros, or the border pixel.</param>
    public static Tensor Warp(this Tensor x, Tensor flow, Border border)
    {
        if (flow.Shape != x.Shape with { Channels = 2 })
            throw new ArgumentException($"A flow of two channels for {x.Shape} was expected; this is {flow.Shape}.", nameof(flow));
        if (border == Border.Mirror) throw new ArgumentException("Beyond the border a warp sees zeros or the border pixel, no mirror.", nameof(border));
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient || flow.NeedsGradient);
        // Few channels fill no lane: they share the work of finding the place.
        int together = x.Shape.Channels < 4 ? x.Shape.Channels : 1;
        x.Tape.Run(new Warp(x.Values, flow.Values, x.Shape, border, together, y.Values), x.Shape.Pixels, x.Shape.Channels / together);
        return x.Tape.Record(y, new Backward(x, flow, border, y));
    }

    readonly record struct Backward(Tensor X, Tensor Flow, Border Border, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient)
                tape.Run(new WarpImageGradient(Flow.Values, Y.Gradient, shape, Border, X.ShareOfPart()), shape.Batch, shape.Channels);
            if (Flow.NeedsGradient)
                tape.Run(new WarpFlowGradient(X.Values, Flow.Values, Y.Gradient, shape, Border, Flow.Share()), shape.Pixels, 1);
        }
    }
}

/// <summary>y = the four pixels around where the flow points, weighted by nearness. A place computes so many channels together.</summary>
public readonly struct Warp(View<float> x, View<float> flow, Shape shape, Border border, int together, View<float> y) : IFloatKernel
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

/// <summary>Gives dy back to the four pixels it came from. A row of the grid is a whole image, walked in order, so that sums have one order.</summary>
public readonly struct WarpImageGradient(View<float> flow, View<float> dy, Shape shape, Border border, Accumulator dx) : IFloatKernel
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
public readonly struct WarpFlowGradient(View<float> x, View<float> flow, View<float> dy, Shape shape, Border border, Accumulator gradient) : IFloatKernel
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
