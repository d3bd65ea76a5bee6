using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The largest of each block of two times two pixels.</summary>
public static class Pooling
{
    /// <summary>Halves height and width, rounded down. The gradient goes to the first of equal pixels, as in PyTorch.</summary>
    public static Tensor MaxPool(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape with { Height = x.Shape.Height / 2, Width = x.Shape.Width / 2 }, x.NeedsGradient);
        x.Tape.Run(new MaxPool(x.Values, x.Shape, y.Values), y.Shape.Pixels, y.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new MaxPoolGradient(X.Values, X.Shape, Y.Gradient, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y(x, y) = the largest of x(2x .. 2x + 1, 2y .. 2y + 1).</summary>
public readonly struct MaxPool(View<float> x, Shape shape, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int width = shape.Width / 2, line = row / width, image = line / (shape.Height / 2);
        long above = (((long)image * shape.Height + (line - image * (shape.Height / 2)) * 2) * shape.Width + (row - line * width) * 2) * shape.Channels + column;
        long below = above + (long)shape.Width * shape.Channels;
        TLane upper = TLane.Max(TLane.Load(x, above), TLane.Load(x, above + shape.Channels));
        TLane lower = TLane.Max(TLane.Load(x, below), TLane.Load(x, below + shape.Channels));
        TLane.Store(y, (long)row * shape.Channels + column, TLane.Max(upper, lower));
    }
}

/// <summary>dx = dy where x is the first largest of its block, 0 elsewhere.</summary>
public readonly struct MaxPoolGradient(View<float> x, Shape shape, View<float> dy, Accumulator dx) : IFloatKernel
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
