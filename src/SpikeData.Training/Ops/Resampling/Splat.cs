using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Forward warping: each pixel is thrown to where its flow points, onto the four pixels there.</summary>
/// <remarks>Sim et al., "XVFI: eXtreme Video Frame Interpolation", 2021, section 3.2 (complementary flow reversal).</remarks>
public static class Splatting
{
    /// <summary>Added to importances, so that none is zero.</summary>
    internal const float LeastImportance = 1e-5f;

    /// <summary>y = the sum, over all pixels thrown at a pixel, of (importance + 1e-5) exp(-(dx^2 + dy^2)) x; not normalized.</summary>
    /// <remarks>Throwing ones the same way gives the sum of weights. Pixels are thrown in order, so sums are the same at any number of threads.</remarks>
    /// <param name="flow">[N, 2, H, W]: columns u, rows v, in pixels. Crossing a whole number is a jump.</param>
    /// <param name="importance">[N, 1, H, W], 0 or more.</param>
    public static Tensor Splat(this Tensor x, Tensor flow, Tensor importance)
    {
        if (flow.Shape != x.Shape with { Channels = 2 } || importance.Shape != x.Shape with { Channels = 1 })
            throw new ArgumentException($"A flow and importances for {x.Shape} were expected; these are {flow.Shape} and {importance.Shape}.", nameof(flow));
        Tape tape = x.Tape;
        Tensor y = tape.New(x.Shape, x.NeedsGradient || flow.NeedsGradient || importance.NeedsGradient);
        tape.Fill(new(y.Values), y.Shape.Length, 0);
        tape.Run(new Splat(x.Values, flow.Values, importance.Values, x.Shape, new(y.Values, 1)), x.Shape.Batch, x.Shape.Channels);
        return tape.Record(y, new Backward(x, flow, importance, y));
    }

    readonly record struct Backward(Tensor X, Tensor Flow, Tensor Importance, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient)
                tape.Run(new SplatImageGradient(Flow.Values, Importance.Values, Y.Gradient, shape, X.Share()), shape.Pixels, shape.Channels);
            if (Flow.NeedsGradient)
                tape.Run(new SplatFlowGradient(X.Values, Flow.Values, Importance.Values, Y.Gradient, shape, Flow.Share()), shape.Pixels, 1);
            if (Importance.NeedsGradient)
                tape.Run(new SplatImportanceGradient(X.Values, Flow.Values, Y.Gradient, shape, Importance.Share()), shape.Pixels, 1);
        }
    }
}

/// <summary>Adds every pixel to the four it is thrown at. A row of the grid is a whole image, walked in order, so that sums have one order.</summary>
public readonly struct Splat(View<float> x, View<float> flow, View<float> importance, Shape shape, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width;
        for (int pixel = row * pixels; pixel < (row + 1) * pixels; pixel++)
        {
            var target = SplatTarget.Of<TLane>(flow, pixel, shape);
            TLane weight = TLane.Splat(importance, pixel) + TLane.Splat(Splatting.LeastImportance);
            TLane thrown = weight * TLane.Load(x, (long)pixel * shape.Channels + column);
            for (int corner = 0; corner < 4; corner++)
                if (target.Hits(corner, shape))
                    y.Add((long)target.Pixel(corner, shape) * shape.Channels + column, thrown * target.Nearness<TLane>(corner));
        }
    }
}

/// <summary>dx = the sum of weight dy over the four pixels it was thrown at.</summary>
public readonly struct SplatImageGradient(View<float> flow, View<float> importance, View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = SplatTarget.Of<TLane>(flow, row, shape);
        TLane sum = TLane.Splat(0f);
        for (int corner = 0; corner < 4; corner++)
            if (target.Hits(corner, shape))
                sum = TLane.MultiplyAdd(TLane.Load(dy, (long)target.Pixel(corner, shape) * shape.Channels + column), target.Nearness<TLane>(corner), sum);
        dx.Add((long)row * shape.Channels + column, sum * (TLane.Splat(importance, row) + TLane.Splat(Splatting.LeastImportance)));
    }
}

/// <summary>du = the sum over the four pixels of weight (-2 dx) and the products of x and dy, likewise dv.</summary>
public readonly struct SplatFlowGradient(
    View<float> x, View<float> flow, View<float> importance, View<float> dy, Shape shape, Accumulator gradient) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = SplatTarget.Of<TLane>(flow, row, shape);
        TLane across = TLane.Splat(0f), down = TLane.Splat(0f);
        for (int corner = 0; corner < 4; corner++)
        {
            if (!target.Hits(corner, shape)) continue;
            TLane weighted = SplatImportanceGradient.Seen<TLane>(x, dy, row, target.Pixel(corner, shape), shape.Channels) * target.Nearness<TLane>(corner);
            across = TLane.MultiplyAdd(weighted, TLane.Splat(-2 * target.FromX(corner)), across);
            down = TLane.MultiplyAdd(weighted, TLane.Splat(-2 * target.FromY(corner)), down);
        }

        TLane weight = TLane.Splat(importance, row) + TLane.Splat(Splatting.LeastImportance);
        gradient.Add(2L * row, across * weight);
        gradient.Add(2L * row + 1, down * weight);
    }
}

/// <summary>The gradient by the importance: the sum over the four pixels of nearness and the products of x and dy.</summary>
public readonly struct SplatImportanceGradient(View<float> x, View<float> flow, View<float> dy, Shape shape, Accumulator gradient) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = SplatTarget.Of<TLane>(flow, row, shape);
        TLane sum = TLane.Splat(0f);
        for (int corner = 0; corner < 4; corner++)
            if (target.Hits(corner, shape))
                sum = TLane.MultiplyAdd(Seen<TLane>(x, dy, row, target.Pixel(corner, shape), shape.Channels), target.Nearness<TLane>(corner), sum);
        gradient.Add(row, sum);
    }

    /// <summary>The sum over channels of a pixel of x times a pixel of dy.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TLane Seen<TLane>(View<float> x, View<float> dy, int from, int to, int channels)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane sum = TLane.Splat(0f);
        for (int channel = 0; channel < channels; channel++)
            sum = TLane.MultiplyAdd(TLane.Splat(x, (long)from * channels + channel), TLane.Splat(dy, (long)to * channels + channel), sum);
        return sum;
    }
}
