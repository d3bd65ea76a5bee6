using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What a spike camera reads out: for every tick and pixel whether the pixel fired, packed as one bit.</summary>
/// <param name="layout">How the bits of one tick lie.</param>
/// <param name="packed">The ticks one after another, each <see cref="SpikeLayout.FrameBytes"/> long.</param>
public sealed class SpikeStream(SpikeLayout layout, ReadOnlyMemory<byte> packed) : ISpikeSource
{
    public SpikeLayout Layout { get; } = layout;

    /// <summary>How many ticks were read out.</summary>
    public int Ticks { get; } = packed.Length / layout.FrameBytes;

    long ISpikeSource.Ticks => Ticks;

    /// <summary>All ticks as they lie in a file.</summary>
    public ReadOnlySpan<byte> Bytes => packed.Span[..(Ticks * Layout.FrameBytes)];

    /// <summary>Whether a pixel fired at a tick; row 0 is the highest, whatever order the bits have.</summary>
    public bool this[int tick, int row, int column]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)Layout.Height, nameof(row));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)Layout.Width, nameof(column));
            int bit = Layout.BitOf(row, column);
            return (Frame(tick)[bit >> 3] >> (bit & 7) & 1) != 0;
        }
    }

    /// <summary>The packed bits of one tick.</summary>
    public ReadOnlySpan<byte> Frame(int tick) => packed.Span.Slice(checked(tick * Layout.FrameBytes), Layout.FrameBytes);

    /// <summary>Packs bytes, of which any but 0 is a spike, in the order [tick, row, column].</summary>
    /// <exception cref="SpikeDataException">SPIKE464: the bytes are no whole number of frames.</exception>
    public static SpikeStream Of(ReadOnlySpan<byte> spikes, SpikeLayout layout)
    {
        if (spikes.Length % layout.Pixels != 0)
            throw new SpikeDataException("SPIKE464", $"{spikes.Length} spikes are no whole number of {layout.Width}x{layout.Height} frames.");
        int ticks = spikes.Length / layout.Pixels;
        byte[] packed = new byte[checked(ticks * layout.FrameBytes)];
        int next = 0;
        for (int tick = 0; tick < ticks; tick++)
        for (int row = 0; row < layout.Height; row++)
        for (int column = 0; column < layout.Width; column++)
        {
            int bit = layout.BitOf(row, column);
            if (spikes[next++] != 0) packed[tick * layout.FrameBytes + (bit >> 3)] |= (byte)(1 << (bit & 7));
        }

        return new(layout, packed);
    }

    /// <summary>Unpacks a tick into bytes 0 and 1, the highest row first.</summary>
    public void Unpack(int tick, Span<byte> spikes)
    {
        spikes = spikes[..Layout.Pixels];
        SpikeBits.Unpack(Frame(tick), spikes);
        if (Layout.Rows == RowOrder.BottomUp) RowOrders.Flip(spikes, Layout.Width);
    }

    /// <summary>Every spike as a byte 0 or 1: [ticks, height, width].</summary>
    public NdArray ToArray()
    {
        byte[] spikes = new byte[checked(Ticks * Layout.Pixels)];
        for (int tick = 0; tick < Ticks; tick++) Unpack(tick, spikes.AsSpan(tick * Layout.Pixels));
        return new(ElementType.UInt8, [Ticks, Layout.Height, Layout.Width], spikes);
    }

    /// <summary>Some neighboring ticks, without a copy.</summary>
    public SpikeStream Between(int first, int ticks) =>
        new(Layout, packed.Slice(checked(first * Layout.FrameBytes), checked(ticks * Layout.FrameBytes)));

    SpikeStream ISpikeSource.Read(long first, int ticks) => Between(checked((int)first), ticks);

    /// <summary>A rectangle of pixels over all ticks.</summary>
    public SpikeStream Crop(int top, int left, int height, int width)
    {
        if (top < 0 || left < 0 || height < 1 || width < 1 || top > Layout.Height - height || left > Layout.Width - width)
            throw new SpikeDataException("SPIKE471",
                $"The window of {width}x{height} pixels at column {left}, row {top} leaves the {Layout.Width}x{Layout.Height} frame; move or shrink it.");
        byte[] spikes = new byte[checked(Ticks * height * width)];
        int next = 0;
        for (int tick = 0; tick < Ticks; tick++)
        for (int row = top; row < top + height; row++)
        for (int column = left; column < left + width; column++)
            spikes[next++] = this[tick, row, column] ? (byte)1 : (byte)0;
        return Of(spikes, new(height, width, Layout.Rows));
    }

    void Flip(Span<byte> spikes)
    {
        Span<byte> row = new byte[Layout.Width];
        for (int upper = 0, lower = Layout.Height - 1; upper < lower; upper++, lower--)
        {
            Span<byte> high = spikes.Slice(upper * Layout.Width, Layout.Width), low = spikes.Slice(lower * Layout.Width, Layout.Width);
            high.CopyTo(row);
            low.CopyTo(high);
            row.CopyTo(low);
        }
    }
}
