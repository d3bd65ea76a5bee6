using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

public sealed partial class Tensor
{
    /// <summary>x / (|x| + 1e-10), with |x| the root of the sum of squares over the channels of a pixel.</summary>
    public Tensor NormalizeChannels()
    {
        const float Epsilon = 1e-10f;
        Tensor y = Tape.New(Shape, NeedsGradient), norms = Tape.New(Shape with { Channels = 1 }, needsGradient: false);
        norms.RunNumbers(new ChannelNorm(Values, Shape.Channels, 1, norms.Values));
        y.RunPixels(new NormalizeChannels(Values, norms.Values, Shape.Channels, Epsilon, y.Values));
        return y.Record((x: this, norms), static (op, y) =>
        {
            (Tensor x, int channels) = (op.x, y.Shape.Channels);
            Buffer<float> along = y.Tape.Rent(y.Shape.Pixels);
            op.norms.RunNumbers(new ChannelDot(y.Gradient, x.Values, channels, new(along.View)));
            y.RunPixels(new NormalizeChannelsGradient(x.Values, op.norms.Values, along.View, y.Gradient, channels, Epsilon, x.Share()));
            y.Tape.Return(along);
        });
    }
}

/// <summary>y = x / (length + epsilon).</summary>
readonly struct NormalizeChannels(View<float> x, View<float> lengths, int channels, float epsilon, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane.Store(y, at, TLane.Load(x, at) / (TLane.Splat(lengths, row) + TLane.Splat(epsilon)));
    }
}

/// <summary>
/// dx = dy / (l + e) - x (dy x) / (l (l + e)^2) with l the length and dy x the product over the channels; the second part is 0 where l is.
/// </summary>
readonly struct NormalizeChannelsGradient(
    View<float> x, View<float> lengths, View<float> along, View<float> dy, int channels, float epsilon, Accumulator dx) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane length = TLane.Splat(lengths, row), larger = length + TLane.Splat(epsilon), zero = TLane.Splat(0f);
        TLane part = TLane.Splat(along, row) / length / larger / larger;
        part = TLane.Select(TLane.LessThan(zero, length), part, zero);
        dx.Add(at, TLane.Load(dy, at) / larger - TLane.Load(x, at) * part);
    }
}
