namespace SpikeData.Imaging;

/// <summary>A raw stream of a 1000x1000 camera (m1k40): each half row of 512 bits is 500 pixels and 12 bits that say which line and channel it is.</summary>
/// <remarks>
/// In the last two bytes of a half row, little-endian, bits 4 to 13 are the line, 1 to 500, and bits 14 and 15 the channel. A tick is 1000 rows of 1024 bits and begins with the
/// half row of line 500, channel 0; the stream may begin anywhere before it. Pixels can look like such a mark by chance, so a beginning must repeat tick after tick.
/// </remarks>
static class M1k40
{
    public const int Side = 1000, TickBytes = 1024 * Side / 8;

    const int Group = 16, HalfRow = 64, FirstLine = 500, CheckedTicks = 4;

    /// <summary>The least share of half rows whose mark must name a line.</summary>
    const double LeastAgreement = 0.99;

    /// <summary>The header columns of such a stream: after each 500 pixels; and those that SpikeCV leaves out, which differ where the second mark stands earlier.</summary>
    static readonly string[] Headers = ["500..511,1012..1023", "500..511,1000..1011"];

    /// <summary>Looks for the beginning of the first whole tick.</summary>
    /// <returns>Its byte, and the columns that hold marks; null where the file is no such stream.</returns>
    public static (long First, HeaderColumns Columns)? Find(Stream file)
    {
        if (file.Length < TickBytes + HalfRow) return null;
        byte[] start = new byte[(int)Math.Min(file.Length, (CheckedTicks + 1L) * TickBytes + HalfRow)];
        file.Position = 0;
        file.ReadExactly(start);
        for (int at = 0; at + TickBytes <= start.Length && at <= TickBytes; at += Group)
        {
            if (at + HalfRow > start.Length || !IsFirst(start, at)) continue;
            if (Agreement(start, at, HalfRow) >= LeastAgreement) return (at, HeaderColumns.Parse(Headers[0]));
            // Where only the first halves are marked, or a tick at its beginning alone, the other columns are those that SpikeCV leaves out.
            if (Agreement(start, at, 2 * HalfRow) >= LeastAgreement || start.Length >= at + 2 * TickBytes + HalfRow) return (at, HeaderColumns.Parse(Headers[1]));
        }

        return null;
    }

    /// <summary>Whether the half row at a byte, and at the same place of each further tick, is the first of its tick.</summary>
    static bool IsFirst(byte[] bytes, int at)
    {
        for (; at + HalfRow <= bytes.Length; at += TickBytes)
            if (Mark(bytes, at) is not { Line: FirstLine, Channel: 0 }) return false;
        return true;
    }

    /// <summary>The share of half rows, so many bytes apart, that end in the mark of a line.</summary>
    static double Agreement(byte[] bytes, int at, int step)
    {
        int all = 0, lines = 0;
        for (int end = Math.Min(bytes.Length, at + CheckedTicks * TickBytes); at + HalfRow <= end; at += step, all++)
            if (Mark(bytes, at).Line is >= 1 and <= FirstLine) lines++;
        return lines / (double)Math.Max(1, all);
    }

    static (int Line, int Channel) Mark(byte[] bytes, int halfRow)
    {
        int word = bytes[halfRow + HalfRow - 1] << 8 | bytes[halfRow + HalfRow - 2];
        return (word >> 4 & 0x3FF, word >> 14);
    }
}
