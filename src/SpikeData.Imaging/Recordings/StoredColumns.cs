using System.Collections.Immutable;

namespace SpikeData.Imaging;

/// <summary>Takes the header columns out of ticks whose rows hold them besides the pixels.</summary>
sealed class StoredColumns
{
    readonly SpikeLayout layout;
    readonly int storedWidth;
    readonly ImmutableArray<(int First, int Length)> runs;
    readonly byte[] packed, stored, pixels;

    public StoredColumns(SpikeLayout layout, HeaderColumns columns)
    {
        this.layout = layout;
        storedWidth = layout.Width + columns.Count;
        runs = [.. columns.Pixels(storedWidth)];
        var whole = new SpikeLayout(layout.Height, storedWidth, layout.Rows);
        (packed, stored, pixels) = (new byte[whole.FrameBytes], new byte[whole.Pixels], new byte[layout.Pixels]);
    }

    /// <summary>The bytes of one tick in the file.</summary>
    public int FrameBytes => packed.Length;

    /// <summary>Reads the next tick.</summary>
    /// <param name="source">The file.</param>
    /// <param name="frame">What becomes of the tick.</param>
    /// <param name="isMostFirst">Whether the first pixel of a byte is in its most significant bit.</param>
    public void Read(Stream source, Span<byte> frame, bool isMostFirst)
    {
        source.ReadExactly(packed);
        if (isMostFirst) SpikeBits.TurnBytes(packed);
        LeaveOut(packed, frame);
    }

    /// <summary>Packs the pixels of a tick again without the header columns.</summary>
    public void LeaveOut(ReadOnlySpan<byte> whole, Span<byte> frame)
    {
        SpikeBits.Unpack(whole, stored);
        int next = 0;
        for (int row = 0; row < layout.Height; row++)
        {
            foreach ((int first, int length) in runs)
            {
                stored.AsSpan(row * storedWidth + first, length).CopyTo(pixels.AsSpan(next));
                next += length;
            }
        }

        SpikeBits.TryPack(pixels, frame);
    }
}
