using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Bicubic resizing to a fraction of the size.</summary>
/// <remarks>PyTorch's interpolate, bicubic, with align_corners false and without antialiasing.</remarks>
public static class Shrinking
{
    /// <summary>Makes images so many times smaller, sides rounded down.</summary>
    public static Tensor Shrink(this Tensor x, int divisor)
    {
        if (divisor == 1) return x;
        Shape shape = x.Shape, small = shape with { Height = shape.Height / divisor, Width = shape.Width / divisor };
        Tensor y = x.Tape.New(small, x.NeedsGradient);
        x.Tape.Run(new Shrink(x.Values, shape, small, divisor, y.Values), small.Pixels, shape.Channels);
        return x.Tape.Record(y, new Backward(x, divisor, y));
    }

    readonly record struct Backward(Tensor X, int Divisor, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(new ShrinkGradient(Y.Gradient, X.Shape, Y.Shape, Divisor, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y = the sixteen pixels around the middle of a square of pixels, weighted by a cubic in each direction.</summary>
public readonly struct Shrink(View<float> x, Shape shape, Shape small, int divisor, View<float> y) : IFloatKernel
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
public readonly struct ShrinkGradient(View<float> dy, Shape shape, Shape small, int divisor, Accumulator dx) : IFloatKernel
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
