namespace SpikeData.Compute;

/// <summary>Where a grid may be cut so that threads can share it.</summary>
readonly struct GridCut
{
    /// <summary>A stretch starts at a whole lane, and two threads never write bytes of the same cache line inside a row.</summary>
    const int Alignment = 64;

    /// <summary>Enough units that a thread which was held up leaves little for the others to wait for.</summary>
    public const int UnitsPerThread = 64;

    public GridCut(int rows, int columns, int threads)
    {
        Columns = columns;
        int wanted = UnitsPerThread * threads, stretchesWanted = rows == 0 ? 1 : Math.Max(1, wanted / rows);
        Stretch = Math.Max(1, columns / stretchesWanted);
        if (stretchesWanted > 1) Stretch = (Stretch + Alignment - 1) / Alignment * Alignment;
        StretchesPerRow = columns / Stretch + (columns % Stretch == 0 ? 0 : 1);
        Units = rows * StretchesPerRow;
    }

    public int Columns { get; }

    /// <summary>Columns a unit covers; the last of a row may have fewer.</summary>
    public int Stretch { get; }

    public int StretchesPerRow { get; }

    public int Units { get; }
}
