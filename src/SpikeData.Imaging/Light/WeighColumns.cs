using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The horizontal half of resizing: a weighted sum of neighboring pixels, rounded half up. Run over the rows and 3 x the columns of the resized frame.</summary>
/// <param name="source">Levels x 256 in rows of <paramref name="stride"/>.</param>
/// <param name="first">For each number of a resized row, where its first source number lies in the row.</param>
/// <param name="weights">[taps, columns] in units of 2^-15.</param>
/// <param name="target">[rows, columns] bytes.</param>
/// <param name="stride">Numbers in a source row.</param>
/// <param name="columns">Bytes in a resized row.</param>
/// <param name="taps">How many source pixels each resized pixel looks at.</param>
public readonly struct WeighColumns(View<int> source, View<int> first, View<int> weights, View<byte> target, int stride, int columns, int taps) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        TLane at = TLane.Load(first, column) + TLane.Splat(row * stride);
        TLane sum = TLane.Splat(1 << 22);
        for (int tap = 0; tap < taps; tap++)
        {
            sum += TLane.Gather(source, at) * TLane.Load(weights, tap * columns + column);
            at += TLane.Splat(3);
        }

        TLane.Store(target, row * columns + column, sum >>> 23);
    }
}
