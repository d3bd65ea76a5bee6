using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The vertical half of resizing: a weighted sum of neighboring rows, in 1/256 of a level, rounded half up.</summary>
/// <remarks>Run over the rows of the resized and 3 x the columns of the source frame.</remarks>
/// <param name="source">Bytes in rows of <paramref name="columns"/>.</param>
/// <param name="first">The first source row of each resized row.</param>
/// <param name="weights">[taps, rows] in units of 2^-15.</param>
/// <param name="target">[rows, columns] in 1/256 of a level.</param>
/// <param name="columns">Bytes in a row.</param>
/// <param name="rows">Resized rows.</param>
/// <param name="taps">How many source rows each resized row looks at.</param>
public readonly struct WeighRows(View<byte> source, View<int> first, View<int> weights, View<int> target, int columns, int rows, int taps) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane at = TLane.Gather(first, TLane.Splat(row)) * TLane.Splat(columns) + TLane.Ramp(column);
        TLane sum = TLane.Splat(1 << 6);
        for (int tap = 0; tap < taps; tap++)
        {
            sum += TLane.Gather(source, at) * TLane.Gather(weights, TLane.Splat(tap * rows + row));
            at += TLane.Splat(columns);
        }

        TLane.Store(target, row * columns + column, sum >>> 7);
    }
}
