using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Normally distributed whole numbers from random words, by a table of quantiles and a straight line between two of them.</summary>
static class Normal
{
    const int IndexBits = 12, Cells = 1 << IndexBits;

    // Deviations are added to this many, so that products stay positive.
    const int Offset = 4;

    /// <summary>The quantiles at 0, 1/4096, ... 1, in 2^-16 of a deviation.</summary>
    /// <remarks>The curve has no end; the outermost cells reach as far as their mean demands, to 3.96 deviations.</remarks>
    public static int[] Table { get; } = BuildTable();

    /// <summary>A number of mean 0.</summary>
    /// <param name="table"><see cref="Table"/>.</param>
    /// <param name="word">32 random bits, of which the upper 24 count.</param>
    /// <param name="deviation">The standard deviation, below 2^28, in whatever unit the result is wanted.</param>
    public static TLane Draw<TLane>(View<int> table, TLane word, TLane deviation)
        where TLane : struct, IIntLane<TLane>
    {
        TLane cell = word >>> (32 - IndexBits), within = (word >>> 8) & TLane.Splat(Cells - 1);
        TLane from = TLane.Gather(table, cell), to = TLane.Gather(table, cell + TLane.Splat(1));
        TLane deviations = from + (((to - from) * within) >> IndexBits);
        // (z + 4) x deviation - 4 x deviation, the factors in 2^-28 and 2^-4 of their units.
        TLane raised = (deviations + TLane.Splat(Offset << 16)) << 12;
        return TLane.MultiplyHigh(raised, deviation << 4) - deviation * TLane.Splat(Offset);
    }

    static int[] BuildTable()
    {
        int[] table = new int[Cells + 1];
        for (int index = 1; index < Cells; index++) table[index] = (int)Math.Round(StandardNormal.Quantile((double)index / Cells) * 65536);
        // The mean of the outermost cell is the density at its inner edge over its probability.
        double edge = StandardNormal.Quantile(1.0 / Cells);
        table[0] = (int)Math.Round(((-2 * StandardNormal.Density(edge) * Cells) - edge) * 65536);
        table[Cells] = -table[0];
        return table;
    }
}
