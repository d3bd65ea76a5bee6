using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Makes images so many times smaller, sides rounded down.</summary>
    /// <remarks>PyTorch's interpolate, bicubic, with align_corners false and without antialiasing.</remarks>
    public Tensor ResizeBicubic(int divisor)
    {
        if (divisor == 1) return this;
        Shape small = Shape with { Height = Shape.Height / divisor, Width = Shape.Width / divisor };
        Tensor y = Tape.New(small, NeedsGradient);
        y.RunPixels(new ResizeBicubic(Values, Shape, small, divisor, y.Values));
        return y.Record((x: this, divisor), static (op, y) =>
            op.x.RunPixels(new ResizeBicubicGradient(y.Gradient, op.x.Shape, y.Shape, op.divisor, op.x.Share())));
    }
}

/// <summary>y = the sixteen pixels around the middle of a square of pixels, weighted by a cubic in each direction.</summary>
readonly struct ResizeBicubic(View<float> x, Shape shape, Shape small, int divisor, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / small.Width, image = line / small.Height;
        var across = CubicTaps.Of(row - line * small.Width, divisor);
        var down = CubicTaps.Of(line - image * small.Height, divisor);
        TLane sum = TLane.Splat(0f);
        for (int i = 0; i < CubicTaps.Count; i++)
        {
            long from = ((long)image * shape.Height + down.At(i, shape.Height)) * shape.Width;
            TLane part = TLane.Splat(0f);
            for (int j = 0; j < CubicTaps.Count; j++)
            {
                TLane pixel = TLane.Load(x, (from + across.At(j, shape.Width)) * shape.Channels + column);
                part = TLane.MultiplyAdd(pixel, TLane.Splat(across.Weight(j)), part);
            }

            sum = TLane.MultiplyAdd(part, TLane.Splat(down.Weight(i)), sum);
        }

        TLane.Store(y, (long)row * shape.Channels + column, sum);
    }
}

/// <summary>dx = sum of dy over all pixels that looked at this one, with the weight they gave it.</summary>
readonly struct ResizeBicubicGradient(View<float> dy, Shape shape, Shape small, int divisor, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, x = row - line * shape.Width;
        int image = line / shape.Height, y = line - image * shape.Height;
        int top = CubicTaps.FirstLooker(y, divisor, small.Height), bottom = CubicTaps.LastLooker(y, divisor, small.Height);
        int left = CubicTaps.FirstLooker(x, divisor, small.Width), right = CubicTaps.LastLooker(x, divisor, small.Width);
        TLane sum = TLane.Splat(0f);
        for (int smallY = top; smallY <= bottom; smallY++)
        {
            float down = CubicTaps.Of(smallY, divisor).WeightOf(y, shape.Height);
            for (int smallX = left; smallX <= right; smallX++)
            {
                float weight = down * CubicTaps.Of(smallX, divisor).WeightOf(x, shape.Width);
                long at = (((long)image * small.Height + smallY) * small.Width + smallX) * shape.Channels + column;
                sum = TLane.MultiplyAdd(TLane.Load(dy, at), TLane.Splat(weight), sum);
            }
        }

        dx.Add((long)row * shape.Channels + column, sum);
    }
}

/// <summary>The four pixels of an axis that bicubic interpolation looks at for a pixel of an image that is made smaller.</summary>
/// <remarks>
/// Keys, "Cubic convolution interpolation for digital image processing", 1981, with the slope -0.75 that PyTorch takes. The center of a smaller
/// pixel lies halfway between two pixels where the divisor is even, and on one where it is odd.
/// </remarks>
/// <param name="First">The first of the four, before the border.</param>
/// <param name="IsBetween">Whether the center lies between two pixels.</param>
readonly record struct CubicTaps(int First, bool IsBetween)
{
    public const int Count = 4;

    const float Near = 0.59375f, Far = -0.09375f;

    public static CubicTaps Of(int small, int divisor) => new(divisor * small + (divisor - 1) / 2 - 1, divisor % 2 == 0);

    /// <summary>The pixel that a tap looks at; beyond the ends it is the last one.</summary>
    public int At(int tap, int length)
    {
        int place = First + tap;
        return place < 0 ? 0 : place < length ? place : length - 1;
    }

    public float Weight(int tap) => IsBetween ? tap is 1 or 2 ? Near : Far : tap == 1 ? 1 : 0;

    /// <summary>How much a pixel counts here.</summary>
    public float WeightOf(int pixel, int length)
    {
        float sum = 0;
        for (int tap = 0; tap < Count; tap++) sum += At(tap, length) == pixel ? Weight(tap) : 0;
        return sum;
    }

    /// <summary>No smaller pixel before this one looks at a pixel.</summary>
    public static int FirstLooker(int pixel, int divisor, int resized)
    {
        int first = (pixel - divisor - Count) / divisor;
        return first < 0 ? 0 : first < resized ? first : resized - 1;
    }

    /// <summary>No smaller pixel behind this one looks at a pixel.</summary>
    public static int LastLooker(int pixel, int divisor, int resized)
    {
        int last = (pixel + Count) / divisor;
        return last < resized ? last : resized - 1;
    }
}
