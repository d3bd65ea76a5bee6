using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>How the spikes of one tick lie in bytes: one bit per pixel, row after row, the first pixel in the least significant bit.</summary>
/// <remarks>Rows follow each other without a gap. A frame whose pixels are no multiple of eight is filled up with zero bits to a whole byte.</remarks>
public sealed record SpikeLayout
{
    /// <exception cref="SpikeDataException">SPIKE470: a side is below 1, or the frame has more pixels than an array can.</exception>
    public SpikeLayout(int height, int width, RowOrder rows = RowOrder.BottomUp)
    {
        if (height < 1 || width < 1 || (long)height * width > Array.MaxLength)
            throw new SpikeDataException("SPIKE470", $"A spike frame cannot be {width}x{height}; give its width and height in pixels, such as 400x250.");
        (Height, Width, Rows) = (height, width, rows);
    }

    public int Height { get; }

    public int Width { get; }

    public RowOrder Rows { get; }

    /// <summary>Height x width.</summary>
    public int Pixels => Height * Width;

    /// <summary>The bytes of one tick.</summary>
    public int FrameBytes => (int)((Pixels + 7L) / 8);

    /// <summary>The place of a pixel among the bits of a frame; row 0 is the highest.</summary>
    public int BitOf(int row, int column) => (Rows == RowOrder.TopDown ? row : Height - 1 - row) * Width + column;
}
