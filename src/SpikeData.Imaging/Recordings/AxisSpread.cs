namespace SpikeData.Imaging;

/// <summary>How spikes are spread along one axis of a box: 1 as by chance at a rate that does not change, below 1 at even distances, above 1 in heaps.</summary>
/// <param name="Unevenness">By the differences between neighboring stretches that hold some four spikes; null where there are too few to tell.</param>
/// <param name="Drift">By the differences between the quarters of the axis; null where there are too few to tell.</param>
readonly record struct AxisSpread(double? Unevenness, double? Drift)
{
    const int SpikesInStretch = 4, ShortestStretch = 4, ShortestQuarter = 2, Quarters = 4;

    /// <summary>The least variance expected by chance, summed up, that can be compared with.</summary>
    const double LeastExpected = 300;

    /// <param name="spikes">Bytes 0 and 1 in a box.</param>
    /// <param name="sides">The lengths of its axes, the last one contiguous.</param>
    /// <param name="axis">The axis.</param>
    /// <param name="rate">The share of ones.</param>
    public static AxisSpread Of(ReadOnlySpan<byte> spikes, ReadOnlySpan<int> sides, int axis, double rate)
    {
        int length = sides[axis], step = 1;
        for (int inner = axis + 1; inner < sides.Length; inner++) step *= sides[inner];
        int stretch = Math.Min(Math.Max(ShortestStretch, (int)Math.Round(SpikesInStretch / Math.Min(rate, 1 - rate))), length / 2), quarter = length / Quarters;
        return new(stretch < ShortestStretch ? null : Compare(spikes, length, step, stretch, 2), quarter < ShortestQuarter ? null : Compare(spikes, length, step, quarter, Quarters));
    }

    /// <summary>The variance of the counts of neighboring stretches over that expected by chance.</summary>
    static double? Compare(ReadOnlySpan<byte> spikes, int length, int step, int stretch, int together)
    {
        double found = 0, expected = 0;
        int all = stretch * together;
        for (int block = 0; block < spikes.Length; block += length * step)
        for (int line = block; line < block + step; line++)
        for (int first = 0; first + all <= length; first += all)
        {
            int sum = 0, squares = 0;
            for (int part = 0; part < together; part++)
            {
                int count = 0;
                for (int i = 0, at = line + (first + part * stretch) * step; i < stretch; i++, at += step) count += spikes[at];
                sum += count;
                squares += count * count;
            }

            double rate = sum / (double)all;
            found += (squares - sum * sum / (double)together) / (together - 1);
            expected += stretch * rate * (1 - rate) * all / (all - 1);
        }

        return expected < LeastExpected ? null : found / expected;
    }
}
