using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The mean over the channels of each pixel: [N, 1, H, W] from [N, C, H, W].</summary>
    public Tensor ChannelMean()
    {
        Tensor y = Tape.New(Shape with { Channels = 1 }, NeedsGradient);
        y.RunNumbers(new ChannelMean(Values, Shape.Channels, y.Values));
        return y.Record(this, static (x, y) => x.RunPixels(new ChannelMeanGradient(y.Gradient, x.Shape.Channels, x.Share())));
    }
}

/// <summary>y = mean of x over the channels. Lanes lie along pixels, whose channels they gather.</summary>
readonly struct ChannelMean(View<float> x, int channels, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane pixels = TLane.Ramp(0) * TLane.Splat((float)channels), sum = TLane.Splat(0f);
        for (int channel = 0; channel < channels; channel++) sum += TLane.Gather(x, column * channels + channel, pixels);
        TLane.Store(y, column, sum / TLane.Splat((float)channels));
    }
}

/// <summary>dx = dy / channels.</summary>
readonly struct ChannelMeanGradient(View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        dx.Add((long)row * channels + column, TLane.Splat(dy, row) / TLane.Splat((float)channels));
}
