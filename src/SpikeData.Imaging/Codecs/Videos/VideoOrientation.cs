namespace SpikeData.Imaging;

/// <summary>How stored pictures are turned to be looked at: perhaps mirrored from left to right, then turned clockwise by quarters.</summary>
/// <param name="Quarters">0 to 3 quarter turns clockwise.</param>
/// <param name="IsMirrored">Whether left and right are exchanged before.</param>
readonly record struct VideoOrientation(int Quarters, bool IsMirrored)
{
    /// <summary>Whether rows become columns.</summary>
    public bool IsAcross => Quarters % 2 == 1;

    /// <summary>What a display matrix says (ISO 14496-12, 8.2.2): x' = a x + c y, y' = b x + d y, in units of 2^-16; null where the angle is no quarter.</summary>
    public static VideoOrientation? Of(ReadOnlySpan<int> matrix)
    {
        (int a, int b, int c, int d) = (Math.Sign(matrix[0]), Math.Sign(matrix[1]), Math.Sign(matrix[3]), Math.Sign(matrix[4]));
        if (matrix[2] != 0 || matrix[5] != 0) return null;
        return (a, b, c, d) switch
        {
            (1, 0, 0, 1) => new(0, false),
            (0, 1, -1, 0) => new(1, false),
            (-1, 0, 0, -1) => new(2, false),
            (0, -1, 1, 0) => new(3, false),
            (-1, 0, 0, 1) => new(0, true),
            (0, -1, -1, 0) => new(1, true),
            (1, 0, 0, -1) => new(2, true),
            (0, 1, 1, 0) => new(3, true),
            _ => null,
        };
    }

    /// <summary>Copies a picture, turned.</summary>
    /// <param name="from">[height, width, 3] bytes as stored.</param>
    /// <param name="to">As many bytes.</param>
    /// <param name="height">Before turning.</param>
    /// <param name="width">Before turning.</param>
    public void Turn(ReadOnlySpan<byte> from, Span<byte> to, int height, int width)
    {
        VideoOrientation self = this;
        (int rows, int columns) = IsAcross ? (width, height) : (height, width);
        // Where the upper left pixel comes from, and how far to go for each step down and to the right.
        int origin = At(0, 0), down = At(1, 0) - origin, right = At(0, 1) - origin, at = 0;
        for (int row = 0; row < rows; row++)
        {
            int source = origin + (row * down);
            for (int column = 0; column < columns; column++, source += right, at += 3)
                (to[at], to[at + 1], to[at + 2]) = (from[source], from[source + 1], from[source + 2]);
        }

        int At(int row, int column)
        {
            (int y, int x) = self.Quarters switch
            {
                0 => (row, column),
                1 => (height - 1 - column, row),
                2 => (height - 1 - row, width - 1 - column),
                _ => (column, width - 1 - row),
            };
            return 3 * ((y * width) + (self.IsMirrored ? width - 1 - x : x));
        }
    }
}
