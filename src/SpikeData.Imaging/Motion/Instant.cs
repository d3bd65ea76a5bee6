using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A time between two frames: k / n of the way from the left to the right one.</summary>
public readonly struct Instant
{
    const int ShareBits = 16;
    readonly int reciprocal, share;

    /// <param name="numerator">k, at least 1.</param>
    /// <param name="denominator">n, above k, at most 256.</param>
    public Instant(int numerator, int denominator)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(denominator, 256);
        ArgumentOutOfRangeException.ThrowIfLessThan(numerator, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(numerator, denominator);
        (SinceLeft, UntilRight) = (numerator, denominator - numerator);
        // There are no ties, so the shares of k and n - k add up to 1.
        share = ((numerator << ShareBits) + denominator / 2) / denominator;
        // 2^32 / n, rounded up: divides exactly below 2^24.
        reciprocal = (int)(uint)((1L << 32) / denominator + 1);
    }

    /// <summary>k.</summary>
    public int SinceLeft { get; }

    /// <summary>n - k.</summary>
    public int UntilRight { get; }

    /// <summary>The part of a way that is gone since the left frame, rounded half up. What is left to go, way - Gone(way), is what is gone with time running backward.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLane Gone<TLane>(TLane way)
        where TLane : struct, IIntLane<TLane> => (way * TLane.Splat(share) + TLane.Splat(1 << (ShareBits - 1))) >> ShareBits;

    /// <summary>The mean of what is seen in the left and in the right frame, rounded half up.</summary>
    public TLane Mean<TLane>(TLane left, TLane right)
        where TLane : struct, IIntLane<TLane>
    {
        TLane sum = left * TLane.Splat(UntilRight) + right * TLane.Splat(SinceLeft) + TLane.Splat((SinceLeft + UntilRight) / 2);
        return TLane.MultiplyHigh(sum, TLane.Splat(reciprocal));
    }
}
