using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The largest of each block of two times two pixels: halves height and width, rounded down.</summary>
    /// <remarks>The gradient goes to the first of equal pixels, as in PyTorch.</remarks>
    public Tensor MaxPool()
    {
        Tensor y = Tape.New(Shape with { Height = Shape.Height / 2, Width = Shape.Width / 2 }, NeedsGradient);
        y.RunPixels(new MaxPool(Values, Shape, y.Values));
        return y.Record(this, static (x, y) => x.RunPixels(new MaxPoolGradient(x.Values, x.Shape, y.Gradient, x.Share())));
    }
}

/// <summary>y(x, y) = the largest of x(2x .. 2x + 1, 2y .. 2y + 1).</summary>
readonly struct MaxPool(View<float> x, Shape shape, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int width = shape.Width / 2, line = row / width, image = line / (shape.Height / 2);
        int top = (line - image * (shape.Height / 2)) * 2, left = (row - line * width) * 2;
        long above = (((long)image * shape.Height + top) * shape.Width + left) * shape.Channels + column;
        long below = above + (long)shape.Width * shape.Channels;
        TLane upper = TLane.Max(TLane.Load(x, above), TLane.Load(x, above + shape.Channels));
        TLane lower = TLane.Max(TLane.Load(x, below), TLane.Load(x, below + shape.Channels));
        TLane.Store(y, (long)row * shape.Channels + column, TLane.Max(upper, lower));
    }
}

/// <summary>dx = dy where x is the first largest of its block, 0 elsewhere.</summary>
readonly struct MaxPoolGradient(View<float> x, Shape shape, View<float> dy, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int line = row / shape.Width, column0 = row - line * shape.Width;
        int image = line / shape.Height, row0 = line - image * shape.Height;
        int blockY = row0 / 2, blockX = column0 / 2, mine = (row0 - blockY * 2) * 2 + column0 - blockX * 2;
        long at = (long)row * shape.Channels + column;
        TLane zero = TLane.Splat(0f), share = zero;
        if (blockY < shape.Height / 2 && blockX < shape.Width / 2)
        {
            share = TLane.Load(dy, (((long)image * (shape.Height / 2) + blockY) * (shape.Width / 2) + blockX) * shape.Channels + column);
            long block = (((long)image * shape.Height + blockY * 2) * shape.Width + blockX * 2) * shape.Channels + column;
            TLane value = TLane.Load(x, at);
            for (int other = 0; other < 4; other++)
            {
                if (other == mine) continue;
                TLane rival = TLane.Load(x, block + (long)((other >> 1) * shape.Width + (other & 1)) * shape.Channels);
                share = other < mine
                    ? TLane.Select(TLane.LessThan(rival, value), share, zero)
                    : TLane.Select(TLane.LessThan(value, rival), zero, share);
            }
        }

        dx.Add(at, share);
    }
}
