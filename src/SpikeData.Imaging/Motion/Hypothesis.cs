using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A displacement from the left to the right frame that a pixel between them may have, and what speaks against it.</summary>
readonly struct Hypothesis<TLane>(TLane across, TLane down, TLane cost)
    where TLane : struct, IIntLane<TLane>
{
    public TLane Across { get; } = across;

    public TLane Down { get; } = down;

    public TLane Cost { get; } = cost;

    /// <summary>The other one where it costs less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Hypothesis<TLane> Or(Hypothesis<TLane> other)
    {
        TLane better = TLane.LessThan(other.Cost, Cost);
        return new(TLane.Select(better, other.Across, Across), TLane.Select(better, other.Down, Down), TLane.Select(better, other.Cost, Cost));
    }

    /// <summary>The cheaper one, and their mean at a tie, so that the order does not matter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Hypothesis<TLane> With(Hypothesis<TLane> other)
    {
        TLane tie = TLane.Equal(Cost, other.Cost);
        Hypothesis<TLane> cheaper = Or(other);
        return new(
            TLane.Select(tie, Half(Across + other.Across), cheaper.Across),
            TLane.Select(tie, Half(Down + other.Down), cheaper.Down),
            cheaper.Cost);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static TLane Half(TLane sum) => Whole.WithSign(Whole.Magnitude(sum) >> 1, sum);
}
