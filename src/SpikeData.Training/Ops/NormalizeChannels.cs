using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Scales the channels of every pixel to a vector of length 1.</summary>
public static class Normalization
{
    const float Epsilon = 1e-10f;

    /// <summary>x / (|x| + 1e-10), with |x| the root of the sum of squares over the channels of a pixel.</summary>
    public static Tensor NormalizeChannels(this Tensor x)
    {
        Tensor y = x.Tape.New(x.Shape, x.NeedsGradient), lengths = x.Tape.New(x.Shape with { Channels = 1 }, false);
        x.Tape.Run(new MeasurePixels(x.Values, x.Shape.Channels, 1, lengths.Values), 1, x.Shape.Pixels);
        x.Tape.Run(new NormalizePixels(x.Values, lengths.Values, x.Shape.Channels, Epsilon, y.Values), x.Shape.Pixels, x.Shape.Channels);
        return x.Tape.Record(y, new Backward(x, lengths, y));
    }

    readonly record struct Backward(Tensor X, Tensor Lengths, Tensor Y) : IBackward
    {
        public void Run(Tape tape)
        {
            Shape shape = X.Shape;
            Buffer<float> along = tape.Rent(shape.Pixels);
            tape.Run(new SumChannelProducts(Y.Gradient, X.Values, shape.Channels, new(along.View)), 1, shape.Pixels);
            tape.Run(
                new NormalizePixelsGradient(X.Values, Lengths.Values, along.View, Y.Gradient, shape.Channels, Epsilon, X.Share()), shape.Pixels, shape.Channels);
            tape.Return(along);
        }
    }
}

/// <summary>length = the root of the sum of squares over the channels over a divisor. Lanes lie along pixels, whose channels they gather.</summary>
/// <param name="divisor">1 for the length of the vector, the channels for their root mean square.</param>
public readonly struct MeasurePixels(View<float> x, int channels, int divisor, View<float> lengths) : IFloatKernel
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

/// <summary>y = x / (length + epsilon).</summary>
public readonly struct NormalizePixels(View<float> x, View<float> lengths, int channels, float epsilon, View<float> y) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        long at = (long)row * channels + column;
        TLane.Store(y, at, TLane.Load(x, at) / (TLane.Splat(lengths, row) + TLane.Splat(epsilon)));
    }
}

/// <summary>dx = dy / (l + e) - x (dy x) / (l (l + e)^2) with l the length and dy x the product over the channels; the second part is 0 where l is.</summary>
public readonly struct NormalizePixelsGradient(
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
