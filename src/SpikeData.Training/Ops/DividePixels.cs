using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Normalizes every pixel of an image by the weight it was summed with.</summary>
public static class PixelQuotient
{
    /// <summary>x(n, c, y, x) / weights(n, y, x) where the weight is above 0, x elsewhere.</summary>
    /// <param name="weights">One number per pixel: [N, 1, H, W].</param>
    public static Tensor DividePixels(this Tensor x, Tensor weights)
    {
        if (weights.Shape != x.Shape with { Channels = 1 })
            throw new ArgumentException($"One weight per pixel of {x.Shape} was expected; these are {weights.Shape}.", nameof(weights));
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient || weights.NeedsGradient);
        x.Tape.Run(new DividePixels(x.Values, weights.Values, x.Shape.Channels, new(y.Values)), x.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, weights, y));
    }

    readonly record struct Backward(Tensor X, Tensor Weights, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            if (X.NeedsGradient)
                tape.Run(new DividePixels(Y.Gradient, Weights.Values, shape.Channels, X.Share()), shape.Pixels, shape.Channels);
            if (Weights.NeedsGradient)
                tape.Run(new DivisorGradient(Y.Values, Weights.Values, Y.Gradient, shape.Channels, Weights.Share()), 1, shape.Pixels);
        }
    }
}

/// <summary>y = x / weight where the weight is above 0, x elsewhere.</summary>
public readonly struct DividePixels(View<float> x, View<float> weights, int channels, Accumulator y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane value = TLane.Load(x, at), weight = TLane.Splat(weights, row);
        y.Add(at, TLane.Select(TLane.LessThan(TLane.Splat(0f), weight), value / weight, value));
    }
}

/// <summary>The gradient by the weight: minus the sum over channels of dy y, over the weight. Lanes lie along pixels.</summary>
public readonly struct DivisorGradient(View<float> y, View<float> weights, View<float> dy, int channels, Accumulator gradient) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane pixels = TLane.Ramp(0) * TLane.Splat((float)channels), zero = TLane.Splat(0f), total = zero;
        int at = column * channels;
        for (int channel = 0; channel < channels; channel++, at++)
            total = TLane.MultiplyAdd(TLane.Gather(y, at, pixels), TLane.Gather(dy, at, pixels), total);
        TLane weight = TLane.Load(weights, column);
        gradient.Add(column, TLane.Select(TLane.LessThan(zero, weight), (zero - total) / weight, zero));
    }
}
