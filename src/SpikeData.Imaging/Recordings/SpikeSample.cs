namespace SpikeData.Imaging;

/// <summary>Spikes from the middle of an array, by which its axis of ticks is told: a pixel fires at even distances in time, and neighbors in space do not.</summary>
/// <remarks>
/// Genuine and simulated recordings are at most half as uneven along time as chance would be, and hardly ever less than three quarters along space. Spikes drawn
/// by chance at each tick are as uneven as chance along time; there space is told by rates that change along it. All else is left as it is.
/// </remarks>
sealed class SpikeSample(SpikeBox box)
{
    const int LongestSide = 128;
    const double Even = 0.6, Uneven = 0.7, Drifting = 1.5, LeastChance = 0.85, MostChance = 1.15;

    readonly int[] sides = [.. box.Sides.Select(side => Math.Min(side, LongestSide))];
    readonly List<byte> spikes = [];

    /// <summary>The first slice of the sample.</summary>
    public int FirstSlice => (box.Sides[0] - sides[0]) / 2;

    public int Slices => sides[0];

    /// <summary>Adds the middle of the next slice.</summary>
    public void Add(ReadOnlySpan<byte> slice)
    {
        int top = (box.Sides[1] - sides[1]) / 2, left = (box.Sides[2] - sides[2]) / 2;
        for (int row = top; row < top + sides[1]; row++) spikes.AddRange(slice.Slice(row * box.Sides[2] + left, sides[2]));
    }

    /// <summary>The axis of ticks where that is clearly another than the one assumed; null otherwise.</summary>
    public int? OtherTickAxis()
    {
        byte[] all = [.. spikes];
        double rate = all.Count(spike => spike != 0) / (double)all.Length;
        if (rate is 0 or 1) return null;
        AxisSpread[] spreads = [.. Enumerable.Range(0, 3).Select(axis => AxisSpread.Of(all, sides, axis, rate))];
        AxisSpread assumed = spreads[box.TickAxis];
        int[] others = [.. Enumerable.Range(0, 3).Where(axis => axis != box.TickAxis).OrderBy(axis => spreads[axis].Unevenness ?? double.MaxValue)];
        if (assumed.Unevenness > Uneven && spreads[others[0]].Unevenness < Even) return others[0];
        if (!(assumed.Unevenness >= LeastChance && assumed.Drift > Drifting)) return null;
        int[] byChance = [.. others.Where(axis => IsChance(spreads[axis].Unevenness) && IsChance(spreads[axis].Drift))];
        return byChance.Length == 0 ? null : box.TickAxis == 0 ? byChance.Max() : byChance.Min();
    }

    static bool IsChance(double? spread) => spread is > LeastChance and < MostChance;
}
