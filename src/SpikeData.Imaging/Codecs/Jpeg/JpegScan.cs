namespace SpikeData.Imaging;

/// <summary>One pass over the blocks of a JPEG picture: follows its codes and says where they cannot be right.</summary>
/// <param name="frame">The picture.</param>
/// <param name="planes">Those of its planes that the scan holds.</param>
/// <param name="blocks">What the scan holds of each block.</param>
/// <param name="divisors">Of the coefficients, in zigzag order, by the number of their table.</param>
/// <param name="unitsPerInterval">How many units lie between two restart markers; 0 where there are none.</param>
sealed class JpegScan(JpegFrame frame, JpegPlane[] planes, JpegBlocks blocks, int[][] divisors, int unitsPerInterval)
{
    const int FirstRestart = 0xd0, Restarts = 8;

    /// <summary>A plane alone is stored without the blocks that only fill up units.</summary>
    bool IsAlone => planes.Length == 1;

    int Columns => IsAlone ? planes[0].Columns : JpegFrame.Parts(frame.Width, 8 * frame.MostAcross);

    int Rows => IsAlone ? planes[0].Rows : JpegFrame.Parts(frame.Height, 8 * frame.MostDown);

    int LinesPerRow => IsAlone ? 8 * frame.MostDown / planes[0].Down : 8 * frame.MostDown;

    /// <summary>How many zeros some cameras have put behind the data.</summary>
    public int Padding { get; private set; }

    /// <summary>Reads all intervals.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="at">Where the data begin; afterwards, where the marker behind them stands.</param>
    /// <param name="memory">As <see cref="JpegBits"/> needs it.</param>
    /// <returns>The line of the picture near which they are damaged; null where they are whole.</returns>
    public int? Damage(ReadOnlySpan<byte> file, ref int at, Span<byte> memory)
    {
        int units = Columns * Rows, step = unitsPerInterval > 0 ? unitsPerInterval : units, columns = Columns;
        for (int begin = 0, interval = 0; begin < units; begin += step, interval++)
        {
            JpegBits bits = new(file, ref at, memory);
            foreach (JpegPlane plane in planes) plane.Last = 0;
            blocks.Begin();
            int end = Math.Min(units, begin + step);
            for (int unit = begin; unit < end; unit++)
                if (!Unit(unit / columns, unit % columns, ref bits)) return Line(unit);
            bool isWhole = blocks.IsDone && (bits.IsAtEnd || (end == units && bits.HasOnlyZeros));
            if (isWhole && !bits.IsAtEnd) Padding = bits.Rest;
            if (!isWhole || (end < units && !TakeRestart(file, ref at, interval))) return Line(end - 1);
        }

        return null;
    }

    int Line(int unit) => Math.Min(unit / Columns * LinesPerRow, frame.Height - 1);

    static bool TakeRestart(ReadOnlySpan<byte> file, ref int at, int interval)
    {
        while (at + 1 < file.Length && file[at + 1] == 0xff) at++;
        if (at + 1 >= file.Length || file[at + 1] != FirstRestart + interval % Restarts) return false;
        at += 2;
        return true;
    }

    bool Unit(int row, int column, ref JpegBits bits)
    {
        if (IsAlone) return Block(planes[0], row, column, ref bits);
        foreach (JpegPlane plane in planes)
            for (int y = 0; y < plane.Down; y++)
                for (int x = 0; x < plane.Across; x++)
                    if (!Block(plane, row * plane.Down + y, column * plane.Across + x, ref bits)) return false;
        return true;
    }

    bool Block(JpegPlane plane, int row, int column, ref JpegBits bits)
    {
        bool isRight = frame.IsProgressive
            ? blocks.Part(plane, divisors[plane.Divisors], ref plane.Known[row * plane.Stride + column], ref bits)
            : blocks.Whole(plane, divisors[plane.Divisors], ref bits);
        return isRight && !bits.IsBeyondEnd;
    }
}
