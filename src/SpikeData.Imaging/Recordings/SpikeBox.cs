namespace SpikeData.Imaging;

/// <summary>A box of spikes as it lies in a file: the lengths of its three axes, the last one contiguous, and which of them are ticks, rows and columns.</summary>
sealed record SpikeBox(IReadOnlyList<int> Sides, int TickAxis, int RowAxis, int ColumnAxis)
{
    public int Ticks => Sides[TickAxis];

    public int Height => Sides[RowAxis];

    public int Width => Sides[ColumnAxis];

    /// <summary>How many numbers there are in a slice across the first axis.</summary>
    public long SliceLength => (long)Sides[1] * Sides[2];

    /// <summary>Where a number of a slice is.</summary>
    public (int Tick, int Row, int Column) PlaceOf(int slice, int index)
    {
        ReadOnlySpan<int> place = [slice, index / Sides[2], index % Sides[2]];
        return (place[TickAxis], place[RowAxis], place[ColumnAxis]);
    }
}
