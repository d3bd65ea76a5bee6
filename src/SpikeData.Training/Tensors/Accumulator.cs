using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Where a kernel puts its share of a sum: the first share of a step overwrites, later ones add.</summary>
/// <param name="target">The sum.</param>
/// <param name="sharesBefore">0 for the first share, else 1.</param>
readonly struct Accumulator(View<float> target, int sharesBefore = 0)
{
    /// <summary>The sum.</summary>
    public View<float> Target { get; } = target;

    /// <summary>Whether there were shares before.</summary>
    public bool HoldsShares => SharesBefore != 0;

    int SharesBefore { get; } = sharesBefore;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add<TLane>(long index, TLane share)
        where TLane : struct, IFloatLane<TLane> =>
        TLane.Store(Target, index, SharesBefore == 0 ? share : TLane.Load(Target, index) + share);
}

/// <summary>Writes one number everywhere.</summary>
readonly struct Fill(Accumulator target, float value) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane> => target.Add(column, TLane.Splat(value));
}
