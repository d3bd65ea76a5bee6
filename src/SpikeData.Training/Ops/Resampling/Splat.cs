using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>
    /// Forward warping: y = the sum, over all pixels thrown at a pixel, of (importance + 1e-5) exp(-(dx^2 + dy^2)) x; not normalized.
    /// </summary>
    /// <remarks>
    /// Sim et al., "XVFI: eXtreme Video Frame Interpolation", 2021, section 3.2 (complementary flow reversal). Each pixel is thrown to where its
    /// flow points, onto the four pixels there; throwing ones the same way gives the sum of weights. Pixels are thrown in order, so sums are the
    /// same at any number of threads.
    /// </remarks>
    /// <param name="flow">[N, 2, H, W]: columns u, rows v, in pixels. Crossing a whole number is a jump.</param>
    /// <param name="importance">[N, 1, H, W], 0 or more.</param>
    public Tensor Splat(Tensor flow, Tensor importance)
    {
        if (flow.Shape != Shape with { Channels = 2 } || importance.Shape != Shape with { Channels = 1 })
            throw new ArgumentException(
                $"A flow and importances for {Shape} were expected; these are {flow.Shape} and {importance.Shape}.", nameof(flow));
        Tensor y = Tape.New(Shape, NeedsGradient || flow.NeedsGradient || importance.NeedsGradient);
        Tape.Fill(new(y.Values), y.Shape.Length, 0);
        Tape.Run(new Splat(Values, flow.Values, importance.Values, Shape, new(y.Values, 1)), Shape.Batch, Shape.Channels);
        return y.Record((x: this, flow, importance), static (op, y) =>
        {
            ((Tensor x, Tensor flow, Tensor importance), Shape shape) = (op, y.Shape);
            if (x.NeedsGradient) y.RunPixels(new SplatImageGradient(flow.Values, importance.Values, y.Gradient, shape, x.Share()));
            if (flow.NeedsGradient)
                y.Tape.Run(new SplatFlowGradient(x.Values, flow.Values, importance.Values, y.Gradient, shape, flow.Share()), shape.Pixels, 1);
            if (importance.NeedsGradient)
                y.Tape.Run(new SplatImportanceGradient(x.Values, flow.Values, y.Gradient, shape, importance.Share()), shape.Pixels, 1);
        });
    }
}

/// <summary>Adds every pixel to the four it is thrown at. A row of the grid is a whole image, walked in order, so that sums have one order.</summary>
readonly struct Splat(View<float> x, View<float> flow, View<float> importance, Shape shape, Accumulator y) : IFloatKernel
{
    /// <summary>Added to importances, so that none is zero.</summary>
    public const float LeastImportance = 1e-5f;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int pixels = shape.Height * shape.Width;
        for (int pixel = row * pixels; pixel < (row + 1) * pixels; pixel++)
        {
            var target = SplatTarget.Of<TLane>(flow, pixel, shape);
            TLane weight = TLane.Splat(importance, pixel) + TLane.Splat(Splat.LeastImportance);
            TLane thrown = weight * TLane.Load(x, (long)pixel * shape.Channels + column);
            for (int corner = 0; corner < 4; corner++)
                if (target.Hits(corner, shape))
                    y.Add((long)target.Pixel(corner, shape) * shape.Channels + column, thrown * target.Nearness<TLane>(corner));
        }
    }
}

/// <summary>dx = the sum of weight dy over the four pixels it was thrown at.</summary>
readonly struct SplatImageGradient(View<float> flow, View<float> importance, View<float> dy, Shape shape, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        var target = SplatTarget.Of<TLane>(flow, row, shape);
        TLane sum = TLane.Splat(0f);
        for (int corner = 0; corner < 4; corner++)
        {
            if (!target.Hits(corner, shape)) continue;
            TLane share = TLane.Load(dy, (long)target.Pixel(corner, shape) * shape.Channels + column);
            sum = TLane.MultiplyAdd(share, target.Nearness<TLane>(corner), sum);
        }

        dx.Add((long)row * shape.Channels + column, sum * (TLane.Splat(importance, row) + TLane.Splat(Splat.LeastImportance)));
    }
}

/// <summary>du = the sum over the four pixels of weight (-2 dx) and the products of x and dy, likewise dv.</summary>
readonly struct SplatFlowGradient(
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
            TLane seen = SplatImportanceGradient.Seen<TLane>(x, dy, row, target.Pixel(corner, shape), shape.Channels);
            TLane weighted = seen * target.Nearness<TLane>(corner);
            across = TLane.MultiplyAdd(weighted, TLane.Splat(-2 * target.FromX(corner)), across);
            down = TLane.MultiplyAdd(weighted, TLane.Splat(-2 * target.FromY(corner)), down);
        }

        TLane weight = TLane.Splat(importance, row) + TLane.Splat(Splat.LeastImportance);
        gradient.Add(2L * row, across * weight);
        gradient.Add(2L * row + 1, down * weight);
    }
}

/// <summary>The gradient by the importance: the sum over the four pixels of nearness and the products of x and dy.</summary>
readonly struct SplatImportanceGradient(View<float> x, View<float> flow, View<float> dy, Shape shape, Accumulator gradient) : IFloatKernel
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

/// <summary>Where the flow of one pixel throws it: onto four pixels of its image, some of which may lie outside.</summary>
/// <param name="Image">The first pixel of the image.</param>
/// <param name="X">The column at the target or left of it.</param>
/// <param name="Y">The row at the target or above it.</param>
/// <param name="Right">How far the target lies to the right of that column, 0 to 1.</param>
/// <param name="Down">How far it lies below that row, 0 to 1.</param>
readonly record struct SplatTarget(int Image, int X, int Y, float Right, float Down)
{
    // A target so far outside touches no pixel, and stays small enough for whole numbers.
    const float Outside = 1.5f;

    /// <summary>Reads the flow of a pixel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static SplatTarget Of<TLane>(View<float> flow, int pixel, Shape shape)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = pixel / shape.Width, image = line / shape.Height;
        float x = Limit(pixel - line * shape.Width + TLane.Read(flow, 2L * pixel), shape.Width);
        float y = Limit(line - image * shape.Height + TLane.Read(flow, 2L * pixel + 1), shape.Height);
        int left = (int)(x + 2) - 2, above = (int)(y + 2) - 2;
        return new(image * shape.Height * shape.Width, left, above, x - left, y - above);
    }

    /// <summary>Whether one of the four pixels lies in the image; 0 and 1 are the upper ones, 0 and 2 the left ones.</summary>
    public bool Hits(int corner, Shape shape)
    {
        int x = X + (corner & 1), y = Y + (corner >> 1);
        return x >= 0 && x < shape.Width && y >= 0 && y < shape.Height;
    }

    public int Pixel(int corner, Shape shape) => Image + (Y + (corner >> 1)) * shape.Width + X + (corner & 1);

    /// <summary>How far the target lies to the right of one of the four pixels.</summary>
    public float FromX(int corner) => Right - (corner & 1);

    /// <summary>How far it lies below that pixel.</summary>
    public float FromY(int corner) => Down - (corner >> 1);

    /// <summary>exp(-(dx^2 + dy^2)) for one of the four pixels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Nearness<TLane>(int corner)
        where TLane : struct, IFloatLane<TLane>
    {
        float x = FromX(corner), y = FromY(corner);
        return LaneMath.Exp(TLane.Splat(-(x * x + y * y)));
    }

    static float Limit(float place, int length) => place > -Outside ? place < length + Outside ? place : length + Outside : -Outside;
}
