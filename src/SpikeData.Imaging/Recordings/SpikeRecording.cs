using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A spike recording opened for reading: what is known of it, and its ticks, block by block, so that it may be larger than memory.</summary>
/// <remarks>Reading forward is cheap in every format. Going back costs a new start in those that cannot be entered in the middle (compressed .npz).</remarks>
public abstract class SpikeRecording : ISpikeSource, IDisposable
{
    const int BlockBytes = 1 << 22;

    /// <param name="path">The file, for messages.</param>
    /// <param name="layout">How the ticks are given.</param>
    /// <param name="ticks">How many whole ticks there are.</param>
    /// <param name="facts">What else is known.</param>
    private protected SpikeRecording(string path, SpikeLayout layout, long ticks, RecordingFacts facts)
    {
        (Path, Layout, Ticks) = (path, layout, ticks);
        Facts = facts with { Width = layout.Width, Height = layout.Height, Rows = layout.Rows, Ticks = ticks };
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>The format of the file.</summary>
    public abstract RecordingFormat Format { get; }

    /// <summary>How the bits of the ticks lie that <see cref="Read(long, int)"/> gives; header columns are gone.</summary>
    public SpikeLayout Layout { get; }

    /// <summary>How many whole ticks there are.</summary>
    public long Ticks { get; }

    /// <summary>What is known besides the bits; size, order of rows and number of ticks are those given here.</summary>
    public RecordingFacts Facts { get; }

    /// <summary>What a person should know before trusting the file, or nothing.</summary>
    public virtual string? Warning => null;

    /// <summary>Opens a recording of any format that is known: .dat, .npy, .npz, HDF5.</summary>
    /// <param name="path">The file. Its first bytes say what it is; its name does not matter.</param>
    /// <param name="stated">What the caller knows; it wins over what stands in the file or beside it.</param>
    /// <remarks>What is not stated is taken from the .yaml beside the file; for a .dat file, which says nothing about itself, also from SpikeCV's config.yaml or a data set's manifest.json in a folder above.</remarks>
    /// <exception cref="SpikeDataException">SPIKE450 to 457, 460 to 463, 470, 472, 491 to 494: see docs/errors.md.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public static SpikeRecording Open(string path, RecordingFacts? stated = null)
    {
        SpikeRecording recording = OpenDoubted(path, stated, out ReadingDoubt? doubt);
        if (doubt is null) return recording;
        recording.Dispose();
        throw doubt.ErrorOf(path);
    }

    /// <summary>Opens a recording also where its spikes speak against how it is read, and says what they say.</summary>
    /// <inheritdoc cref="Open"/>
    public static SpikeRecording OpenDoubted(string path, RecordingFacts? stated, out ReadingDoubt? doubt)
    {
        stated ??= RecordingFacts.None;
        RecordingFormat format = RecordingFile.FormatOf(path);
        RequireFitting(path, format, stated);
        RecordingFacts known = format == RecordingFormat.Dat ? RecordingFile.FactsOf(path, stated) : RecordingFile.WithSidecar(path, stated);
        SpikeRecording recording = format switch
        {
            RecordingFormat.Dat => SpikeDat.OpenKnown(path, known),
            RecordingFormat.Npy => NpySlices.OpenNpy(path, known),
            RecordingFormat.Npz => NpySlices.OpenNpz(path, known),
            _ => HdfSlices.Open(path, known),
        };
        try
        {
            doubt = recording.FindDoubt();
        }
        catch
        {
            recording.Dispose();
            throw;
        }

        return format != RecordingFormat.Dat && known.HeaderColumns is { } columns ? TrimmedRecording.Of(recording, columns) : recording;
    }

    /// <summary>Reads neighboring ticks into memory.</summary>
    /// <exception cref="SpikeDataException">SPIKE473: the recording does not hold these ticks, or they are more than 2 GiB.</exception>
    public SpikeStream Read(long first, int ticks)
    {
        if (first < 0 || ticks < 0 || first > Ticks - ticks)
            throw new SpikeDataException("SPIKE473", $"Ticks {first} to {first + ticks - 1} are wanted; the file holds {Ticks}.") { File = Path };
        if ((long)ticks * Layout.FrameBytes > Array.MaxLength)
            throw new SpikeDataException("SPIKE473", $"{ticks} ticks of {Layout.Width}x{Layout.Height} exceed 2 GiB; read fewer at a time.") { File = Path };
        byte[] packed = new byte[ticks * Layout.FrameBytes];
        if (ticks > 0) Fill(first, ticks, packed);
        return new(Layout, packed);
    }

    /// <summary>All ticks, a few megabytes at a time. A block is overwritten when the next one is asked for.</summary>
    /// <param name="ticksPerBlock">The ticks of one block; some four megabytes of bits unless given.</param>
    /// <param name="first">The first tick.</param>
    /// <param name="count">How many ticks; to the end unless given.</param>
    public IEnumerable<SpikeStream> Blocks(int? ticksPerBlock = null, long first = 0, long? count = null)
    {
        long end = Math.Min(Ticks, first + (count ?? Ticks));
        int length = (int)Math.Clamp(end - first, 0, ticksPerBlock ?? Math.Max(1, BlockBytes / Layout.FrameBytes));
        byte[] packed = new byte[checked(length * Layout.FrameBytes)];
        for (; first < end; first += length)
        {
            int ticks = (int)Math.Min(length, end - first);
            Memory<byte> block = packed.AsMemory(0, ticks * Layout.FrameBytes);
            Fill(first, ticks, block.Span);
            yield return new(Layout, block);
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Nothing that a caller says is passed over silently.</summary>
    static void RequireFitting(string path, RecordingFormat format, RecordingFacts stated)
    {
        bool isDat = format == RecordingFormat.Dat;
        string? pointless = !isDat && stated.Bits is not null ? "--bit-order says how .dat files pack pixels, and this is an array."
            : isDat && stated.Axes is not null ? "--axes says how an array lies, and this is a .dat file of packed spikes, tick after tick."
            : format is RecordingFormat.Dat or RecordingFormat.Npy && stated.Array is not null ? "--array names one of several arrays, and this file holds none with a name." : null;
        if (pointless is not null) throw new SpikeDataException("SPIKE486", $"{pointless} Leave it out.") { File = path };
    }

    /// <summary>Looks whether the spikes speak against how they are read.</summary>
    private protected virtual ReadingDoubt? FindDoubt() => null;

    /// <summary>Writes the bits of ticks that are there.</summary>
    private protected abstract void Fill(long first, int ticks, Span<byte> packed);

    protected abstract void Dispose(bool disposing);
}
