using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A place in the other frame that a patch was compared with, and how they differ once both have the same mean brightness.</summary>
/// <param name="across">The patch\'s displacement to the right.</param>
/// <param name="down">Its displacement down.</param>
/// <param name="error">The sum of squared differences.</param>
/// <param name="slopeAcross">The sum of difference x slope to the right.</param>
/// <param name="slopeDown">The sum of difference x slope down.</param>
readonly struct Match<TLane>(TLane across, TLane down, TLane error, TLane slopeAcross, TLane slopeDown)
    where TLane : struct, IIntLane<TLane>
{
    public TLane Across { get; } = across;

    public TLane Down { get; } = down;

    public TLane Error { get; } = error;

    public TLane SlopeAcross { get; } = slopeAcross;

    public TLane SlopeDown { get; } = slopeDown;

    /// <summary>The other match where its error is smaller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Match<TLane> Or(Match<TLane> other)
    {
        TLane better = TLane.LessThan(other.Error, Error);
        return new(
            TLane.Select(better, other.Across, Across),
            TLane.Select(better, other.Down, Down),
            TLane.Select(better, other.Error, Error),
            TLane.Select(better, other.SlopeAcross, SlopeAcross),
            TLane.Select(better, other.SlopeDown, SlopeDown));
    }
}
