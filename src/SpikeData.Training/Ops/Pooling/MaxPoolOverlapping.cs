using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The largest of each three times three pixels, every second one: the pooling of AlexNet and SqueezeNet.</summary>
    /// <remarks>Halves height and width; neighboring windows share a line. The gradient goes to the first of equal pixels, as in PyTorch.</remarks>
    /// <param name="keepsRest">Whether a window that reaches over the border counts too (PyTorch's ceil_mode).</param>
    public Tensor MaxPoolOverlapping(bool keepsRest)
    {
        int rest = keepsRest ? 1 : 0;
        Shape pooled = Shape with { Height = (Shape.Height - 3 + rest) / 2 + 1, Width = (Shape.Width - 3 + rest) / 2 + 1 };
        Tensor y = Tape.New(pooled, NeedsGradient), places = Tape.New(pooled, needsGradient: false);
        y.RunPixels(new MaxPoolOverlapping(Values, Shape, pooled, y.Values, places.Values));
        return y.Record((x: this, places), static (op, y) =>
            op.x.RunPixels(new MaxPoolOverlappingGradient(op.places.Values, y.Gradient, op.x.Shape, y.Shape, op.x.Share())));
    }
}

/// <summary>y(x, y) = the largest of x(2x .. 2x + 2, 2y .. 2y + 2), and its place in the window.</summary>
readonly struct MaxPoolOverlapping(View<float> x, Shape shape, Shape pooled, View<float> y, View<float> places) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / pooled.Width, image = line / pooled.Height;
        int top = (line - image * pooled.Height) * 2, left = (row - line * pooled.Width) * 2;
        long corner = (((long)image * shape.Height + top) * shape.Width + left) * shape.Channels + column;
        TLane largest = TLane.Load(x, corner), place = TLane.Splat(0f);
        for (int i = 0; i < 3 && top + i < shape.Height; i++)
            for (int j = 0; j < 3 && left + j < shape.Width; j++)
            {
                TLane value = TLane.Load(x, corner + ((long)i * shape.Width + j) * shape.Channels), isLarger = TLane.LessThan(largest, value);
                largest = TLane.Select(isLarger, value, largest);
                place = TLane.Select(isLarger, TLane.Splat((float)(i * 3 + j)), place);
            }

        TLane.Store(y, (long)row * shape.Channels + column, largest);
        TLane.Store(places, (long)row * shape.Channels + column, place);
    }
}

/// <summary>dx = the sum of dy over the windows in which the pixel is the largest.</summary>
readonly struct MaxPoolOverlappingGradient(View<float> places, View<float> dy, Shape shape, Shape pooled, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, image = line / shape.Height;
        int y = line - image * shape.Height, x = row - line * shape.Width;
        int bottom = Math.Min(y / 2, pooled.Height - 1), right = Math.Min(x / 2, pooled.Width - 1);
        TLane zero = TLane.Splat(0f), sum = zero;
        for (int i = Math.Max(y - 1, 0) / 2; i <= bottom; i++)
            for (int j = Math.Max(x - 1, 0) / 2; j <= right; j++)
            {
                long window = (((long)image * pooled.Height + i) * pooled.Width + j) * shape.Channels + column;
                TLane mine = TLane.Splat((float)((y - 2 * i) * 3 + x - 2 * j)), place = TLane.Load(places, window);
                TLane notBelow = TLane.Select(TLane.LessThan(place, mine), zero, TLane.Load(dy, window));
                sum += TLane.Select(TLane.LessThan(mine, place), zero, notBelow);
            }

        dx.Add((long)row * shape.Channels + column, sum);
    }
}
