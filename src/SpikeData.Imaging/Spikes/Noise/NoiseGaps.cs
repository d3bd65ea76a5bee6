namespace SpikeData.Imaging;

/// <summary>How many ticks pass between two noise spikes of a pixel, as tables that turn 12 random bits into ticks.</summary>
static class NoiseGaps
{
    public const int Bits = 12;

    /// <summary>No gap is shorter, so that a pixel has at most one noise spike in the ticks that are drawn at once.</summary>
    public const int Shortest = 8;

    const int Count = 1 << Bits;

    /// <summary>Normally distributed gaps, rounded to ticks, in rising order.</summary>
    public static int[] Normal(double mean, double deviation)
    {
        int[] gaps = new int[Count];
        for (int index = 0; index < Count; index++)
            gaps[index] = Math.Max(Shortest, (int)Math.Round(mean + deviation * StandardNormal.Quantile((index + 0.5) / Count)));
        return gaps;
    }

    /// <summary>The ticks until the first spike when one looks at a random moment: P(first = k) is proportional to P(gap > k).</summary>
    /// <remarks>Without it every pixel would be quiet at the beginning, and the rate would swing through the first few gaps.</remarks>
    public static int[] First(ReadOnlySpan<int> gaps)
    {
        long total = 0;
        foreach (int gap in gaps) total += gap;
        int[] first = new int[Count];
        long passed = 0;
        int tick = -1, shorter = 0;
        for (int index = 0; index < Count; index++)
        {
            while (passed * 2 * Count <= (2L * index + 1) * total)
            {
                tick++;
                while (shorter < gaps.Length && gaps[shorter] <= tick) shorter++;
                passed += gaps.Length - shorter;
            }

            first[index] = tick;
        }

        return first;
    }
}
