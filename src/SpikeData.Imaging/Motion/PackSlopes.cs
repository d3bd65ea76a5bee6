using System.Runtime.CompilerServices;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Puts the brightness of each pixel and its slopes into one word, laid out for patches. Run over the runs of a <see cref="PatchGrid"/> and their pixels.</summary>
/// <remarks>Slopes are differences of the two neighbors, so they are twice the derivative.</remarks>
/// <param name="pairs">Packed neighbors in quarters of a level, with their apron.</param>
/// <param name="slopes">[runs, run length]: brightness in 10 bits, slope to the right in the next 11, slope down in the last 11.</param>
/// <param name="height">Rows.</param>
/// <param name="width">Columns.</param>
public readonly struct PackSlopes(View<int> pairs, View<int> slopes, int height, int width) : IExactKernel
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Execute<TLane>(int row, int column)
        where TLane : struct, IIntLane<TLane>
    {
        Apron apron = new(height, width);
        TLane at = (TLane.Ramp(column) << 2) + TLane.Splat(apron.Start(row / PatchGrid.Stride) + row % PatchGrid.Stride);
        TLane own = TLane.Gather(pairs, at), before = TLane.Gather(pairs, at - TLane.Splat(1));
        TLane above = TLane.Gather(pairs, at - TLane.Splat(apron.Stride)), below = TLane.Gather(pairs, at + TLane.Splat(apron.Stride));
        TLane across = Neighbors.Right(own) - Neighbors.Left(before), down = Neighbors.Left(below) - Neighbors.Left(above);
        int target = row * new PatchGrid(height, width).RunLength + column;
        TLane.Store(slopes, target, Neighbors.Left(own) | ((across & TLane.Splat(0x7ff)) << 10) | (down << 21));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Brightness<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => packed & TLane.Splat(0x3ff);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Across<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => (packed << 11) >> 21;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLane Down<TLane>(TLane packed)
        where TLane : struct, IIntLane<TLane> => packed >> 21;
}
