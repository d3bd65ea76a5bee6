using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x(n, c, y, x) times weights(n, c), as channel attention does.</summary>
    /// <param name="weights">One number per image and channel: [N, C, 1, 1].</param>
    public Tensor MultiplyChannels(Tensor weights)
    {
        if (weights.Shape != Shape with { Height = 1, Width = 1 })
            throw new ArgumentException($"One weight per image and channel of {Shape} was expected; these are {weights.Shape}.", nameof(weights));
        Tensor y = Tape.New(Shape, NeedsGradient || weights.NeedsGradient);
        y.RunPixels(new MultiplyChannels(Values, weights.Values, Shape, new(y.Values)));
        return y.Record((x: this, weights), static (op, y) =>
        {
            if (op.x.NeedsGradient) y.RunPixels(new MultiplyChannels(y.Gradient, op.weights.Values, y.Shape, op.x.Share()));
            if (op.weights.NeedsGradient)
                y.Tape.Run(new SumProducts(y.Gradient, op.x.Values, y.Shape, op.weights.Share()), y.Shape.Batch, y.Shape.Channels);
        });
    }
}

/// <summary>y = x weights, one weight per image and channel.</summary>
readonly struct MultiplyChannels(View<float> x, View<float> weights, Shape shape, Accumulator y) : IFloatKernel
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
readonly struct SumProducts(View<float> a, View<float> b, Shape shape, Accumulator sum) : IFloatKernel
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
