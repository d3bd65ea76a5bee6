using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>One number for each pixel: [N, 1, H, W] from [N, C, H, W].</summary>
public static class ChannelPooling
{
    /// <summary>The mean over the channels.</summary>
    public static Tensor AverageOfChannels(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape with { Channels = 1 }, x.NeedsGradient);
        x.Tape.Run(new AverageOfChannels(x.Values, x.Shape.Channels, y.Values), 1, x.Shape.Pixels);
        return x.Tape.Record(y, new AverageBackward(x, y));
    }

    /// <summary>The largest of the channels. The gradient goes to the first of equal ones.</summary>
    public static Tensor MaximumOfChannels(this Tensor x)
    {
        Shape pooled = x.Shape with { Channels = 1 };
        Tensor y = x.Tape.New(pooled, x.NeedsGradient), places = x.Tape.New(pooled, false);
        x.Tape.Run(new MaximumOfChannels(x.Values, x.Shape.Channels, y.Values, places.Values), 1, x.Shape.Pixels);
        return x.Tape.Record(y, new MaximumBackward(x, places, y));
    }

    readonly record struct AverageBackward(Tensor X, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new AverageOfChannelsGradient(Y.Gradient, X.Shape.Channels, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }

    readonly record struct MaximumBackward(Tensor X, Tensor Places, Tensor Y) : IBackward
    {
        public void Run(Tape tape) =>
            tape.Run(new MaximumOfChannelsGradient(Places.Values, Y.Gradient, X.Shape.Channels, X.Share()), X.Shape.Pixels, X.Shape.Channels);
    }
}

/// <summary>y = mean of x over the channels. Lanes lie along pixels, whose channels they gather.</summary>
public readonly struct AverageOfChannels(View<float> x, int channels, View<float> y) : IFloatKernel
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
public readonly struct AverageOfChannelsGradient(View<float> dy, int channels, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> =>
        dx.Add((long)row * channels + column, TLane.Splat(dy, row) / TLane.Splat((float)channels));
}

/// <summary>y = the largest channel of x, and which one it is first.</summary>
public readonly struct MaximumOfChannels(View<float> x, int channels, View<float> y, View<float> places) : IFloatKernel
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
public readonly struct MaximumOfChannelsGradient(View<float> places, View<float> dy, int channels, Accumulator dx) : IFloatKernel
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
