using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A .dat file opened for reading: ticks of packed spikes one after another, without a header.</summary>
/// <remarks>
/// The size of a frame stands nowhere in the file, so a wrong one reads as garbage; the only signs of it are a length that is no whole number
/// of frames, and another number of ticks than was written.
/// </remarks>
public sealed class SpikeDat : SpikeRecording
{
    readonly FileStream stream;
    readonly StoredColumns? stored;
    readonly int storedBytes;
    readonly long? expectedTicks;

    SpikeDat(FileStream stream, SpikeLayout layout, StoredColumns? stored, RecordingFacts facts)
        : base(stream.Name, layout, stream.Length / (stored?.FrameBytes ?? layout.FrameBytes), facts)
    {
        (this.stream, this.stored, expectedTicks) = (stream, stored, facts.Ticks);
        storedBytes = stored?.FrameBytes ?? layout.FrameBytes;
        TailBytes = stream.Length % storedBytes;
    }

    public override RecordingFormat Format => RecordingFormat.Dat;

    /// <summary>The bytes behind the last whole tick: 0, or a sign of a cut file or of another frame size.</summary>
    public long TailBytes { get; }

    public override string? Warning
    {
        get
        {
            if (TailBytes > 0)
                return $"{Path}: {stream.Length} bytes are {Ticks} ticks of {Layout.Width}x{Layout.Height} and {TailBytes} bytes of an incomplete one, which is left out. " +
                       "The file was cut short, or its frames have another size.";
            return expectedTicks is { } expected && expected != Ticks
                ? $"{Path}: {Ticks} ticks were found where {expected} had been written. The file was cut short, or its frames have another size."
                : null;
        }
    }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="SpikeDataException">SPIKE472: the file does not hold one whole tick.</exception>
    public static SpikeDat Open(string path, SpikeLayout layout) => Open(path, layout, RecordingFacts.None);

    /// <summary>Opens a file of which everything is known that there is to know.</summary>
    internal static SpikeDat OpenKnown(string path, RecordingFacts facts) => Open(path, facts.LayoutOf(path, RowOrder.BottomUp), facts);

    static SpikeDat Open(string path, SpikeLayout layout, RecordingFacts facts)
    {
        StoredColumns? stored = facts.HeaderColumns is { } columns ? new(layout, columns) : null;
        int frameBytes = stored?.FrameBytes ?? layout.FrameBytes;
        FileStream stream = File.OpenRead(path);
        if (stream.Length >= frameBytes) return new(stream, layout, stored, facts);
        long length = stream.Length;
        stream.Dispose();
        throw new SpikeDataException("SPIKE472",
            $"The file has {length} bytes, but one tick of {layout.Width}x{layout.Height} takes {frameBytes}; give the size the camera had.") { File = path };
    }

    /// <summary>Reads the packed bits of one tick into the first <see cref="SpikeLayout.FrameBytes"/> bytes of a buffer.</summary>
    public void Read(long tick, Span<byte> frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)tick, (ulong)Ticks, nameof(tick));
        Fill(tick, 1, frame[..Layout.FrameBytes]);
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        stream.Position = first * storedBytes;
        if (stored is null)
        {
            stream.ReadExactly(packed);
            return;
        }

        for (int tick = 0; tick < ticks; tick++) stored.Read(stream, packed.Slice(tick * Layout.FrameBytes, Layout.FrameBytes));
    }

    /// <summary>Appends one tick to a file.</summary>
    /// <param name="target">The file.</param>
    /// <param name="frame">Exactly the packed bits of one tick; several calls make a stream.</param>
    /// <param name="layout">What the frame must agree with.</param>
    public static void Write(Stream target, ReadOnlySpan<byte> frame, SpikeLayout layout)
    {
        if (frame.Length != layout.FrameBytes)
            throw new ArgumentException($"A tick of {layout.Width}x{layout.Height} takes {layout.FrameBytes} bytes, not {frame.Length}.", nameof(frame));
        target.Write(frame);
    }

    /// <summary>Writes a whole stream.</summary>
    public static void Write(Stream target, SpikeStream spikes) => target.Write(spikes.Bytes);

    protected override void Dispose(bool disposing)
    {
        if (disposing) stream.Dispose();
    }
}
