using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Mixes two frames byte by byte: ((n - k) left + k right) / n, rounded half up. Run over the rows and 3 x the columns.</summary>
/// <param name="left">The frame at time 0.</param>
/// <param name="right">The frame at time 1.</param>
/// <param name="target">The frame at time k / n.</param>
/// <param name="columns">Bytes in a row.</param>
/// <param name="numerator">k.</param>
/// <param name="denominator">n, from 2 to 256.</param>
/// <param name="reciprocal">2^32 / n, rounded up, which divides exactly below 2^24.</param>
public readonly struct CrossFade(View<byte> left, View<byte> right, View<byte> target, int columns, int numerator, int denominator, int reciprocal)
    : IExactKernel
{
    public CrossFade(View<byte> left, View<byte> right, View<byte> target, int columns, int numerator, int denominator)
        : this(left, right, target, columns, numerator, denominator, (int)(uint)((1L << 32) / denominator + 1))
    {
    }

    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        int at = row * columns + column;
        TLane sum = TLane.Load(left, at) * TLane.Splat(denominator - numerator) + TLane.Load(right, at) * TLane.Splat(numerator);
        TLane.Store(target, at, TLane.MultiplyHigh(sum + TLane.Splat(denominator / 2), TLane.Splat(reciprocal)));
    }
}
