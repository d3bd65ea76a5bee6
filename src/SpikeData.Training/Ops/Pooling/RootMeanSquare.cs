using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>How large the channels of a pixel are together.</summary>
public static class ChannelMagnitude
{
    /// <summary>sqrt(mean over channels of x^2), one number per pixel: [N, 1, H, W].</summary>
    public static Tensor RootMeanSquareOfChannels(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape with { Channels = 1 }, x.NeedsGradient);
        x.Tape.Run(new MeasurePixels(x.Values, x.Shape.Channels, x.Shape.Channels, y.Values), 1, x.Shape.Pixels);
        return x.Tape.Record(y, new Backward(x, y));
    }

    readonly record struct Backward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) => tape.Run(
            new RootMeanSquareGradient(X.Values, Y.Values, Y.Gradient, X.Shape.Channels, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>dx = dy x / (channels y), and 0 where y is 0.</summary>
public readonly struct RootMeanSquareGradient(View<float> x, View<float> y, View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane length = TLane.Splat(y, row), zero = TLane.Splat(0f);
        TLane slope = TLane.Load(x, at) / (length * TLane.Splat((float)channels));
        dx.Add(at, TLane.Select(TLane.LessThan(zero, length), TLane.Splat(dy, row) * slope, zero));
    }
}
