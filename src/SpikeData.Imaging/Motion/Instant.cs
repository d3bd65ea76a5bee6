using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A time between two frames: k / n of the way from the left to the right one.</summary>
public readonly struct Instant
{
    readonly int reciprocal;

    /// <param name="numerator">k, at least 1.</param>
    /// <param name="denominator">n, above k, at most 256.</param>
    public Instant(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(numerator, denominator);
        (SinceLeft, UntilRight) = (numerator, denominator - numerator);
        // 2^32 / n, rounded up: divides exactly below 2^24.
        reciprocal = (int)(uint)((1L << 32) / denominator + 1);
    }

    /// <summary>k.</summary>
    public int SinceLeft { get; }

    /// <summary>n - k.</summary>
    public int UntilRight { get; }

    /// <summary>The part of a way that is gone since the left frame, rounded to the nearest, ties away from zero.</summary>
    public TLane Gone<TLane>(TLane way)
        where TLane : struct, IIntLane<TLane> => Part(way, SinceLeft);

    /// <summary>The part of a way that is to go until the right frame, rounded like <see cref="Gone"/>: time may run backward.</summary>
    public TLane ToGo<TLane>(TLane way)
        where TLane : struct, IIntLane<TLane> => Part(way, UntilRight);

    /// <summary>The mean of what is seen in the left and in the right frame, rounded half up.</summary>
    public TLane Mean<TLane>(TLane left, TLane right)
        where TLane : struct, IIntLane<TLane> => Divide(left * TLane.Splat(UntilRight) + right * TLane.Splat(SinceLeft));

    TLane Part<TLane>(TLane way, int times)
        where TLane : struct, IIntLane<TLane> => Whole.WithSign(Divide(Whole.Magnitude(way) * TLane.Splat(times)), way);

    TLane Divide<TLane>(TLane value)
        where TLane : struct, IIntLane<TLane> => TLane.MultiplyHigh(value + TLane.Splat((SinceLeft + UntilRight) / 2), TLane.Splat(reciprocal));
}
