using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>Makes images <paramref name="factor"/> times as large, sides rounded down.</summary>
    /// <remarks>
    /// Bilinear, with pixels that are little squares: the corners of the images coincide, not the centers of the corner pixels. PyTorch's
    /// interpolate with align_corners false and without antialiasing.
    /// </remarks>
    public Tensor ResizeBilinear(float factor)
    {
        Shape resized = Shape with { Height = (int)(Shape.Height * factor), Width = (int)(Shape.Width * factor) };
        Tensor y = Tape.New(resized, NeedsGradient);
        y.RunPixels(new ResizeBilinear(Values, Shape, resized, 1 / factor, y.Values));
        return y.Record((x: this, scale: 1 / factor), static (op, y) =>
            op.x.RunPixels(new ResizeBilinearGradient(y.Gradient, op.x.Shape, y.Shape, op.scale, op.x.Share())));
    }
}

/// <summary>y(x, y) = the four pixels around ((x + 1/2) scale - 1/2, (y + 1/2) scale - 1/2), weighted by nearness.</summary>
readonly struct ResizeBilinear(View<float> x, Shape shape, Shape resized, float scale, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / resized.Width, image = line / resized.Height;
        var across = Between.At(row - line * resized.Width, scale, shape.Width);
        var down = Between.At(line - image * resized.Height, scale, shape.Height);
        long above = ((long)image * shape.Height + down.First) * shape.Width, below = ((long)image * shape.Height + down.Second) * shape.Width;
        TLane right = TLane.Splat(across.Weight), left = TLane.Splat(1 - across.Weight);
        TLane upper = left * Pixel<TLane>(above + across.First, column) + right * Pixel<TLane>(above + across.Second, column);
        TLane lower = left * Pixel<TLane>(below + across.First, column) + right * Pixel<TLane>(below + across.Second, column);
        TLane.Store(
            y, (long)row * shape.Channels + column, TLane.Splat(1 - down.Weight) * upper + TLane.Splat(down.Weight) * lower);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    TLane Pixel<TLane>(long pixel, int column)
        where TLane : struct, IFloatLane<TLane> => TLane.Load(x, pixel * shape.Channels + column);
}

/// <summary>dx = sum of dy over all pixels that looked at this one, with the weight they gave it.</summary>
readonly struct ResizeBilinearGradient(View<float> dy, Shape shape, Shape resized, float scale, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, x = row - line * shape.Width;
        int image = line / shape.Height, y = line - image * shape.Height;
        int top = Between.FirstLooker(y, scale), bottom = Between.LastLooker(y, scale, shape.Height, resized.Height);
        int left = Between.FirstLooker(x, scale), right = Between.LastLooker(x, scale, shape.Width, resized.Width);
        TLane sum = TLane.Splat(0f);
        for (int largeY = top; largeY <= bottom; largeY++)
        {
            float down = Between.At(largeY, scale, shape.Height).WeightOf(y);
            for (int largeX = left; largeX <= right; largeX++)
            {
                float weight = down * Between.At(largeX, scale, shape.Width).WeightOf(x);
                long at = (((long)image * resized.Height + largeY) * resized.Width + largeX) * shape.Channels + column;
                sum = TLane.MultiplyAdd(TLane.Load(dy, at), TLane.Splat(weight), sum);
            }
        }

        dx.Add((long)row * shape.Channels + column, sum);
    }
}

/// <summary>A place between two neighbors on an axis.</summary>
/// <param name="First">The neighbor before it.</param>
/// <param name="Second">The neighbor behind it; at the end of the axis the same.</param>
/// <param name="Weight">How much of the second belongs to it.</param>
readonly record struct Between(int First, int Second, float Weight)
{
    /// <summary>Where the center of a resized pixel lies.</summary>
    /// <param name="scale">How many pixels of the axis make one resized pixel.</param>
    public static Between At(int resized, float scale, int length)
    {
        float place = Math.Max((resized + 0.5f) * scale - 0.5f, 0);
        int first = Math.Min((int)place, length - 1);
        return new(first, Math.Min(first + 1, length - 1), Math.Min(place - first, 1));
    }

    /// <summary>How much a neighbor counts here.</summary>
    public float WeightOf(int neighbor) => (neighbor == First ? 1 - Weight : 0) + (neighbor == Second ? Weight : 0);

    /// <summary>No resized pixel before this one looks at the neighbor.</summary>
    public static int FirstLooker(int neighbor, float scale) => Math.Max((int)((neighbor - 0.5f) / scale - 0.5f) - 1, 0);

    /// <summary>No resized pixel behind this one looks at the neighbor.</summary>
    public static int LastLooker(int neighbor, float scale, int length, int resized) =>
        neighbor == length - 1 ? resized - 1 : Math.Min((int)((neighbor + 1.5f) / scale - 0.5f) + 1, resized - 1);
}
