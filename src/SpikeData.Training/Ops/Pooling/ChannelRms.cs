using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>sqrt(mean over channels of x^2), one number per pixel: [N, 1, H, W].</summary>
    public Tensor ChannelRms()
    {
        Tensor y = Tape.New(Shape with { Channels = 1 }, NeedsGradient);
        y.RunNumbers(new ChannelNorm(Values, Shape.Channels, Shape.Channels, y.Values));
        return y.Record(this, static (x, y) => x.RunPixels(new ChannelRmsGradient(x.Values, y.Values, y.Gradient, x.Shape.Channels, x.Share())));
    }
}

/// <summary>length = the root of the sum of squares over the channels over a divisor. Lanes lie along pixels, whose channels they gather.</summary>
/// <param name="divisor">1 for the length of the vector, the channels for their root mean square.</param>
readonly struct ChannelNorm(View<float> x, int channels, int divisor, View<float> lengths) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane pixels = TLane.Ramp(0) * TLane.Splat((float)channels), sum = TLane.Splat(0f);
        for (int channel = 0; channel < channels; channel++)
        {
            TLane value = TLane.Gather(x, column * channels + channel, pixels);
            sum = TLane.MultiplyAdd(value, value, sum);
        }

        TLane.Store(lengths, column, TLane.Sqrt(sum / TLane.Splat((float)divisor)));
    }
}

/// <summary>dx = dy x / (channels y), and 0 where y is 0.</summary>
readonly struct ChannelRmsGradient(View<float> x, View<float> y, View<float> dy, int channels, Accumulator dx) : IFloatKernel
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
