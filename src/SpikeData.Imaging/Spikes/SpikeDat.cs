using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A .dat file opened for reading: ticks of packed spikes one after another, without a header.</summary>
/// <remarks>
/// The size of a frame stands nowhere in the file, so a wrong one reads as garbage; the only signs of it are a length that is no whole number
/// of frames, and another number of ticks than was written.
/// </remarks>
public sealed class SpikeDat : SpikeRecording
{
    /// <summary>Cameras are set so that pixels fire less often; and no picture has rows that agree so little.</summary>
    const double MostUsualRate = 0.5, LikenessOfGarbage = 0.3;

    readonly FileStream stream;
    readonly StoredColumns? stored;
    readonly int storedBytes;
    readonly long start;
    readonly long? expectedTicks;
    readonly BitOrder? bits;
    string? note;

    SpikeDat(FileStream stream, long start, SpikeLayout layout, StoredColumns? stored, RecordingFacts facts)
        : base(stream.Name, layout, (stream.Length - start) / (stored?.FrameBytes ?? layout.FrameBytes), facts)
    {
        (this.stream, this.start, this.stored, expectedTicks) = (stream, start, stored, facts.Ticks);
        bits = facts.Bits;
        storedBytes = stored?.FrameBytes ?? layout.FrameBytes;
        TailBytes = (stream.Length - start) % storedBytes;
    }

    public override RecordingFormat Format => RecordingFormat.Dat;

    /// <summary>The bytes behind the last whole tick: 0, or a sign of a cut file or of another frame size.</summary>
    public long TailBytes { get; }

    public override string? Warning
    {
        get
        {
            if (TailBytes > 0)
                return note + $"{Counted.Of(stream.Length - start, "byte")} hold {Counted.Of(Ticks, "tick")} of {Layout.Width}x{Layout.Height} and {Counted.Of(TailBytes, "byte")} of an incomplete one, which is left out. " +
                       "The file was cut short, or its frames have another size.";
            return expectedTicks is { } expected && expected != Ticks
                ? note + $"{Counted.Of(Ticks, "tick was", "ticks were")} found where {expected} had been written. The file was cut short, or its frames have another size."
                : note?.TrimEnd();
        }
    }

    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="SpikeDataException">SPIKE472: the file does not hold one whole tick.</exception>
    public static SpikeDat Open(string path, SpikeLayout layout) => Open(path, layout, RecordingFacts.None);

    /// <summary>Opens a file of which everything is known that there is to know.</summary>
    internal static SpikeDat OpenKnown(string path, RecordingFacts facts)
    {
        if (!MayBeM1k40(facts) || M1k40In(path) is not { } found)
        {
            if (facts.Width is null) RefuseNumbers(path);
            return Open(path, facts.LayoutOf(path, RowOrder.BottomUp), facts);
        }

        facts = facts.Or(new() { Width = M1k40.Side, Height = M1k40.Side, HeaderColumns = found.Columns, Rows = RowOrder.TopDown });
        return Open(path, facts.LayoutOf(path, RowOrder.TopDown), facts, found.First);
    }

    /// <summary>Whether nothing that is known speaks against a raw stream of that camera.</summary>
    static bool MayBeM1k40(RecordingFacts facts) =>
        facts is { Width: null or M1k40.Side, Height: null or M1k40.Side } && (facts.HeaderColumns is null || facts.HeaderColumns.Count == 24);

    static void RefuseNumbers(string path)
    {
        using FileStream stream = InputFile.Open(path);
        DatSample.RefuseNumbers(stream, path);
    }

    static (long First, HeaderColumns Columns)? M1k40In(string path)
    {
        using FileStream stream = InputFile.Open(path);
        return M1k40.Find(stream);
    }

    static SpikeDat Open(string path, SpikeLayout layout, RecordingFacts facts, long start = 0)
    {
        StoredColumns? stored = facts.HeaderColumns is { } columns ? new(layout, columns) : null;
        int frameBytes = stored?.FrameBytes ?? layout.FrameBytes;
        FileStream stream = InputFile.Open(path);
        if (stream.Length - start >= frameBytes) return new(stream, start, layout, stored, facts);
        long length = stream.Length - start;
        stream.Dispose();
        throw new SpikeDataException("SPIKE472",
            $"The file has {Counted.Of(length, "byte")}{(start > 0 ? $" behind the first {start}" : "")}, but one tick of {layout.Width}x{layout.Height} takes {frameBytes}; give the size the camera had.") { File = path };
    }

    /// <summary>Reads the packed bits of one tick into the first <see cref="SpikeLayout.FrameBytes"/> bytes of a buffer.</summary>
    public void Read(long tick, Span<byte> frame)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((ulong)tick, (ulong)Ticks, nameof(tick));
        Fill(tick, 1, frame[..Layout.FrameBytes]);
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        stream.Position = start + first * storedBytes;
        if (stored is null)
        {
            stream.ReadExactly(packed);
            if (bits == BitOrder.MostFirst) SpikeBits.TurnBytes(packed);
            return;
        }

        for (int tick = 0; tick < ticks; tick++) stored.Read(stream, packed.Slice(tick * Layout.FrameBytes, Layout.FrameBytes), bits == BitOrder.MostFirst);
    }

    /// <summary>Notes also what speaks against the file and does not end in an error.</summary>
    /// <exception cref="SpikeDataException">SPIKE492: the file holds numbers and no bits.</exception>
    private protected override ReadingDoubt? FindDoubt()
    {
        DatSample.RefuseNumbers(stream, Path);
        DatSample sample = DatSample.Read(stream, start, new(Layout.Height, Layout.Width + (Facts.HeaderColumns?.Count ?? 0)));
        string bright = sample.Rate > MostUsualRate ? string.Create(CultureInfo.InvariantCulture, $"Pixels fire {sample.Rate:0.##} times a tick. That is bright for a spike camera; where the picture looks like a negative, 0 stands for a spike, and the bits are to be inverted: numpy.packbits(1 - array). ") : "";
        string other = sample.RowLikeness < LikenessOfGarbage ? OtherSize(sample.RowLikeness) : "";
        note = bright.Length + other.Length > 0 ? bright + other : null;
        return bits is null && sample.IsMirrored()
            ? new("SPIKE491",
                "The first pixel of a byte seems to be in its most significant bit, as numpy packs unless told otherwise: so turned, pixels at the edges of bytes resemble each other much better. " +
                "Say so with --bit-order msb; --bit-order lsb where the least significant is the first after all.",
                new() { Bits = BitOrder.MostFirst })
            : null;
    }

    /// <summary>What may be said where rows do not resemble each other, and would in another size.</summary>
    string OtherSize(double likeness)
    {
        IReadOnlyList<SizeGuess> guesses = SizeGuess.Of(Path);
        if (!SizeGuess.IsClear(guesses)) return "";
        RecordingFacts other = guesses[0].Facts;
        return string.Create(CultureInfo.InvariantCulture,
            $"Neighboring rows agree by {likeness:0.00} of 1, which no picture does; by {guesses[0].Likeness:0.00} if read as --size {other.Width}x{other.Height}{(other.HeaderColumns is { } columns ? $" --header-columns {columns}" : "")}. ");
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
