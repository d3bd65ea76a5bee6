using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x(n, c, y, x) times weights(n, y, x), as spatial attention does.</summary>
    /// <param name="weights">One number per pixel: [N, 1, H, W].</param>
    public Tensor MultiplyPixels(Tensor weights)
    {
        CheckPixelWeights(weights);
        Tensor y = Tape.New(Shape, NeedsGradient || weights.NeedsGradient);
        y.RunPixels(new MultiplyPixels(Values, weights.Values, Shape.Channels, new(y.Values)));
        return y.Record((x: this, weights), static (op, y) =>
        {
            int channels = y.Shape.Channels;
            if (op.x.NeedsGradient) y.RunPixels(new MultiplyPixels(y.Gradient, op.weights.Values, channels, op.x.Share()));
            if (op.weights.NeedsGradient) y.Tape.Run(new ChannelDot(y.Gradient, op.x.Values, channels, op.weights.Share()), 1, y.Shape.Pixels);
        });
    }

    void CheckPixelWeights(Tensor weights)
    {
        if (weights.Shape != Shape with { Channels = 1 })
            throw new ArgumentException($"One weight per pixel of {Shape} was expected; these are {weights.Shape}.", nameof(weights));
    }
}

/// <summary>y = x weights, one weight per pixel.</summary>
readonly struct MultiplyPixels(View<float> x, View<float> weights, int channels, Accumulator y) : IFloatKernel
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
readonly struct ChannelDot(View<float> a, View<float> b, int channels, Accumulator sum) : IFloatKernel
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
