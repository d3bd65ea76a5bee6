using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>The largest of the channels of each pixel: [N, 1, H, W] from [N, C, H, W]. The gradient goes to the first of equal ones.</summary>
    public Tensor ChannelMax()
    {
        Shape pooled = Shape with { Channels = 1 };
        Tensor y = Tape.New(pooled, NeedsGradient), places = Tape.New(pooled, needsGradient: false);
        y.RunNumbers(new ChannelMax(Values, Shape.Channels, y.Values, places.Values));
        return y.Record((x: this, places), static (op, y) =>
            op.x.RunPixels(new ChannelMaxGradient(op.places.Values, y.Gradient, op.x.Shape.Channels, op.x.Share())));
    }
}

/// <summary>y = the largest channel of x, and which one it is first.</summary>
readonly struct ChannelMax(View<float> x, int channels, View<float> y, View<float> places) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane pixels = TLane.Ramp(0) * TLane.Splat((float)channels);
        TLane largest = TLane.Gather(x, column * channels, pixels), place = TLane.Splat(0f);
        for (int channel = 1; channel < channels; channel++)
        {
            TLane value = TLane.Gather(x, column * channels + channel, pixels), isLarger = TLane.LessThan(largest, value);
            largest = TLane.Select(isLarger, value, largest);
            place = TLane.Select(isLarger, TLane.Splat((float)channel), place);
        }

        TLane.Store(y, column, largest);
        TLane.Store(places, column, place);
    }
}

/// <summary>dx = dy at the remembered channel, 0 elsewhere.</summary>
readonly struct ChannelMaxGradient(View<float> places, View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane place = TLane.Splat(places, row), here = TLane.Ramp(column), zero = TLane.Splat(0f);
        TLane share = TLane.Select(TLane.LessThan(place, here), zero, TLane.Splat(dy, row));
        dx.Add((long)row * channels + column, TLane.Select(TLane.LessThan(here, place), zero, share));
    }
}
