using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Bilinear resizing whose pixels are little squares: the corners of the images coincide, not the centers of the corner pixels.</summary>
/// <remarks>PyTorch's interpolate with align_corners false and without antialiasing.</remarks>
public static class Interpolation
{
    /// <summary>Makes images <paramref name="factor"/> times as large, sides rounded down.</summary>
    public static Tensor Interpolate(this Tensor x, float factor)
    {
        Shape shape = x.Shape, resized = shape with { Height = (int)(shape.Height * factor), Width = (int)(shape.Width * factor) };
        Tensor y = x.Tape.New(resized, x.NeedsGradient);
        x.Tape.Run(new Interpolate(x.Values, shape, resized, 1 / factor, y.Values), resized.Pixels, shape.Channels);
        return x.Tape.Record(y, new Backward(x, 1 / factor, y));
    }

    readonly record struct Backward(Tensor X, float Scale, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new InterpolateGradient(Y.Gradient, X.Shape, Y.Shape, Scale, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y(x, y) = the four pixels around ((x + 1/2) scale - 1/2, (y + 1/2) scale - 1/2), weighted by nearness.</summary>
public readonly struct Interpolate(View<float> x, Shape shape, Shape resized, float scale, View<float> y) : IFloatKernel
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
public readonly struct InterpolateGradient(View<float> dy, Shape shape, Shape resized, float scale, Accumulator dx) : IFloatKernel
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
