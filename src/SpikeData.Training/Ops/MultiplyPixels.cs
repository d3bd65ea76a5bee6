using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Weights every pixel of an image, as spatial attention does.</summary>
public static class PixelProduct
{
    /// <summary>x(n, c, y, x) times weights(n, y, x).</summary>
    /// <param name="weights">One number per pixel: [N, 1, H, W].</param>
    public static Tensor MultiplyPixels(this Tensor x, Tensor weights)
    {
        if (weights.Shape != x.Shape with { Channels = 1 })
            throw new ArgumentException($"One weight per pixel of {x.Shape} was expected; these are {weights.Shape}.", nameof(weights));
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient || weights.NeedsGradient);
        x.Tape.Run(new MultiplyPixels(x.Values, weights.Values, x.Shape.Channels, new(y.Values)), x.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, weights, y));
    }

    readonly record struct Backward(Tensor X, Tensor Weights, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient)
                tape.Run(new MultiplyPixels(Y.Gradient, Weights.Values, shape.Channels, X.Share()), shape.Pixels, shape.Channels);
            if (Weights.NeedsGradient) tape.Run(new SumChannelProducts(Y.Gradient, X.Values, shape.Channels, Weights.Share()), 1, shape.Pixels);
        }
    }
}

/// <summary>y = x weights, one weight per pixel.</summary>
public readonly struct MultiplyPixels(View<float> x, View<float> weights, int channels, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        y.Add(at, TLane.Load(x, at) * TLane.Splat(weights, row));
    }
}

/// <summary>sum = sum over channels of a b, per pixel. Lanes lie along pixels, whose channels they gather.</summary>
public readonly struct SumChannelProducts(View<float> a, View<float> b, int channels, Accumulator sum) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane pixels = TLane.Ramp(0) * TLane.Splat((float)channels), total = TLane.Splat(0f);
        int at = column * channels;
        for (int channel = 0; channel < channels; channel++, at++)
            total = TLane.MultiplyAdd(TLane.Gather(a, at, pixels), TLane.Gather(b, at, pixels), total);
        sum.Add(column, total);
    }
}
