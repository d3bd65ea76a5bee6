using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>
    /// Nearest-neighbor enlargement: each pixel becomes a square of <paramref name="factor"/> times <paramref name="factor"/> pixels.
    /// </summary>
    public Tensor ResizeNearest(int factor)
    {
        Tensor y = Tape.New(Shape with { Height = Shape.Height * factor, Width = Shape.Width * factor }, NeedsGradient);
        y.RunPixels(new ResizeNearest(Values, factor, y.Shape.Width, Shape.Channels, y.Values));
        return y.Record((x: this, factor), static (op, y) =>
            op.x.RunPixels(new ResizeNearestGradient(y.Gradient, op.factor, op.x.Shape.Width, y.Shape.Channels, op.x.Share())));
    }
}

/// <summary>y(x, y) = x(x / factor, y / factor), rounded down. Images follow each other without a gap, so lines need no image.</summary>
readonly struct ResizeNearest(View<float> x, int factor, int width, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / width;
        long source = (long)(line / factor) * (width / factor) + (row - line * width) / factor;
        TLane.Store(y, (long)row * channels + column, TLane.Load(x, source * channels + column));
    }
}

/// <summary>dx = sum of dy over the pixel's square.</summary>
readonly struct ResizeNearestGradient(View<float> dy, int factor, int width, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / width;
        long large = (long)width * factor, corner = line * factor * large + (row - line * width) * factor;
        TLane sum = TLane.Splat(0f);
        for (int y = 0; y < factor; y++)
            for (int x = 0; x < factor; x++) sum += TLane.Load(dy, (corner + y * large + x) * channels + column);
        dx.Add((long)row * channels + column, sum);
    }
}
