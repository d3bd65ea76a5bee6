using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>Adds up sums that were taken in parts, in their order.</summary>
/// <param name="sums">Part, number.</param>
/// <param name="length">How many numbers each part has.</param>
public readonly struct SumParts(View<float> sums, int parts, int length, Accumulator total) : IFloatKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IFloatLane<TLane>
    {
        TLane sum = TLane.Load(sums, column);
        long at = column;
        for (int part = 1; part < parts; part++) sum += TLane.Load(sums, at += length);
        total.Add(column, sum);
    }
}
