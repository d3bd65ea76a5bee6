using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x(n, c, y, x) / weights(n, y, x) where the weight is above 0, x elsewhere.</summary>
    /// <param name="weights">One number per pixel: [N, 1, H, W].</param>
    public Tensor DividePixels(Tensor weights)
    {
        CheckPixelWeights(weights);
        Tensor y = Tape.New(Shape, NeedsGradient || weights.NeedsGradient);
        y.RunPixels(new DividePixels(Values, weights.Values, Shape.Channels, new(y.Values)));
        return y.Record((x: this, weights), static (op, y) =>
        {
            int channels = y.Shape.Channels;
            if (op.x.NeedsGradient) y.RunPixels(new DividePixels(y.Gradient, op.weights.Values, channels, op.x.Share()));
            if (op.weights.NeedsGradient)
                y.Tape.Run(new DividePixelsGradient(y.Values, op.weights.Values, y.Gradient, channels, op.weights.Share()), 1, y.Shape.Pixels);
        });
    }
}

/// <summary>y = x / weight where the weight is above 0, x elsewhere.</summary>
readonly struct DividePixels(View<float> x, View<float> weights, int channels, Accumulator y) : IFloatKernel
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
readonly struct DividePixelsGradient(View<float> y, View<float> weights, View<float> dy, int channels, Accumulator gradient) : IFloatKernel
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
