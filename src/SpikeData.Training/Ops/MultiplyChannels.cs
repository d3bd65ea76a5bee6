using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Weights every channel of an image, as channel attention does.</summary>
public static class ChannelProduct
{
    /// <summary>x(n, c, y, x) times weights(n, c).</summary>
    /// <param name="weights">One number per image and channel: [N, C, 1, 1].</param>
    public static Tensor MultiplyChannels(this Tensor x, Tensor weights)
    {
        if (weights.Shape != x.Shape with { Height = 1, Width = 1 })
            throw new ArgumentException($"One weight per image and channel of {x.Shape} was expected; these are {weights.Shape}.", nameof(weights));
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient || weights.NeedsGradient);
        x.Tape.Run(new MultiplyChannels(x.Values, weights.Values, x.Shape, new(y.Values)), x.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, weights, y));
    }

    readonly record struct Backward(Tensor X, Tensor Weights, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient) tape.Run(new MultiplyChannels(Y.Gradient, Weights.Values, shape, X.Share()), shape.Pixels, shape.Channels);
            if (Weights.NeedsGradient) tape.Run(new SumProducts(Y.Gradient, X.Values, shape, Weights.Share()), shape.Batch, shape.Channels);
        }
    }
}

/// <summary>y = x weights, one weight per image and channel.</summary>
public readonly struct MultiplyChannels(View<float> x, View<float> weights, Shape shape, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        int image = row / (shape.Height * shape.Width);
        long at = (long)row * shape.Channels + column;
        y.Add(at, TLane.Load(x, at) * TLane.Load(weights, (long)image * shape.Channels + column));
    }
}

/// <summary>sum = sum over the pixels of an image of a b, per channel; lines are summed first, so that long sums stay exact.</summary>
public readonly struct SumProducts(View<float> a, View<float> b, Shape shape, Accumulator sum) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * shape.Height * shape.Width * shape.Channels + column;
        TLane total = TLane.Splat(0f);
        for (int y = 0; y < shape.Height; y++)
        {
            TLane line = TLane.Splat(0f);
            for (int x = 0; x < shape.Width; x++, at += shape.Channels) line = TLane.MultiplyAdd(TLane.Load(a, at), TLane.Load(b, at), line);
            total += line;
        }

        sum.Add((long)row * shape.Channels + column, total);
    }
}
