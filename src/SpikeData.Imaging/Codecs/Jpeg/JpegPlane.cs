namespace SpikeData.Imaging;

/// <summary>One plane of a JPEG picture, in blocks of 8x8 samples.</summary>
sealed class JpegPlane
{
    public required int Id { get; init; }

    /// <summary>Blocks beside each other in a unit of the file.</summary>
    public required int Across { get; init; }

    /// <summary>Blocks above each other in a unit of the file.</summary>
    public required int Down { get; init; }

    /// <summary>The number of its table of divisors.</summary>
    public required int Divisors { get; init; }

    /// <summary>Columns of blocks that show something of the picture.</summary>
    public int Columns { get; set; }

    /// <summary>Rows of blocks that show something of the picture.</summary>
    public int Rows { get; set; }

    /// <summary>Columns of blocks in whole units.</summary>
    public int Stride { get; set; }

    /// <summary>Of a progressive picture: which coefficients of each block are other than zero so far, one bit for each.</summary>
    public ulong[] Known { get; set; } = [];

    /// <summary>Of a progressive picture: from which bit on each coefficient is known; -1 where it is not.</summary>
    public int[] KnownFrom { get; } = [.. Enumerable.Repeat(-1, 64)];

    /// <summary>Whether a scan has begun to show it.</summary>
    public bool IsSeen { get; set; }

    /// <summary>The mean brightness of the block before, in units of the divisor.</summary>
    public int Last { get; set; }

    public JpegCodes? DirectCodes { get; set; }

    public JpegCodes? AlternatingCodes { get; set; }
}
