using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A spike recording being written: takes ticks block by block, and is there as a whole or not at all.</summary>
public abstract class SpikeRecordingWriter : IDisposable
{
    /// <summary>The names that a recording's file may end in, and what is then written.</summary>
    public static IReadOnlyDictionary<string, RecordingFormat> Extensions { get; } = new Dictionary<string, RecordingFormat>
    {
        [".dat"] = RecordingFormat.Dat, [".npy"] = RecordingFormat.Npy, [".npz"] = RecordingFormat.Npz, [".h5"] = RecordingFormat.Hdf5, [".hdf5"] = RecordingFormat.Hdf5,
    };

    readonly DraftFile draft;
    readonly RecordingFacts facts;
    readonly byte[] upright;
    long written;

    private protected SpikeRecordingWriter(DraftFile draft, RecordingFacts facts)
    {
        (this.draft, this.facts) = (draft, facts with { HeaderColumns = null, Bits = null, Axes = null });
        Layout = facts.LayoutOf(draft.Path, RowOrder.BottomUp);
        Ticks = facts.Ticks ?? throw new ArgumentException("How many ticks will be written has to be known from the beginning.", nameof(facts));
        upright = new byte[Layout.Pixels];
    }

    /// <summary>The size of the frames, and the order of rows of those files that have a choice.</summary>
    public SpikeLayout Layout { get; }

    /// <summary>How many ticks will have been written at the end.</summary>
    public long Ticks { get; }

    private protected FileStream Target => draft.Stream;

    /// <summary>Begins a recording in the format that the file's name ends in. What was there before stays until <see cref="Complete"/>.</summary>
    /// <param name="path">The file.</param>
    /// <param name="facts">Size and number of ticks, and whatever else is known; what the format has no room for goes into a sidecar.</param>
    /// <exception cref="SpikeDataException">SPIKE450, 470: the size is not known or cannot be. SPIKE452: the name says no known format. SPIKE462: too large for it.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static SpikeRecordingWriter Create(string path, RecordingFacts facts)
    {
        if (!Extensions.TryGetValue(Path.GetExtension(path).ToLowerInvariant(), out RecordingFormat format))
            throw new SpikeDataException("SPIKE452", $"'{Path.GetFileName(Path.TrimEndingDirectorySeparator(path))}' does not say in which format spikes are to be written; let the name end in one of {string.Join(", ", Extensions.Keys)}, or say with --layout what a folder is to hold.") { File = path };
        facts.LayoutOf(path, RowOrder.BottomUp);
        DraftFile draft = new(path);
        try
        {
            return format switch
            {
                RecordingFormat.Npy => new NpyRecordingWriter(draft, facts),
                RecordingFormat.Npz => new NpzRecordingWriter(draft, facts),
                RecordingFormat.Hdf5 => new HdfRecordingWriter(draft, facts),
                _ => new DatRecordingWriter(draft, facts),
            };
        }
        catch
        {
            draft.Dispose();
            throw;
        }
    }

    /// <summary>Writes the next ticks.</summary>
    /// <exception cref="ArgumentException">They are of another size, or more than were announced.</exception>
    public void Write(SpikeStream block)
    {
        if ((block.Layout.Width, block.Layout.Height) != (Layout.Width, Layout.Height) || block.Ticks > Ticks - written)
            throw new ArgumentException($"{Ticks - written} ticks of {Layout.Width}x{Layout.Height} are left to be written; {block.Ticks} of {block.Layout.Width}x{block.Layout.Height} came.", nameof(block));
        if (block.Layout.Rows == Layout.Rows && TakesPacked) Write(block.Bytes);
        else
            for (int tick = 0; tick < block.Ticks; tick++)
            {
                block.Unpack(tick, upright);
                WriteTick(upright);
            }

        written += block.Ticks;
    }

    /// <summary>Ends the recording and puts it in its place.</summary>
    /// <exception cref="InvalidOperationException">Fewer ticks were written than announced.</exception>
    public void Complete()
    {
        if (written != Ticks) throw new InvalidOperationException($"{written} of {Ticks} ticks have been written.");
        Finish();
        string beside = Sidecar.PathOf(draft.Path);
        using DraftFile? sidecar = SaysItAll ? null : new(beside);
        sidecar?.Stream.Write(System.Text.Encoding.UTF8.GetBytes(Sidecar.Write(facts with { Rows = StoredRows }, Format)));
        sidecar?.Stream.Flush(flushToDisk: true);
        draft.Stream.Flush(flushToDisk: true);
        // A sidecar may not speak of other spikes, whatever happens between the two renames; for that moment there is no recording.
        if (sidecar is not null || File.Exists(beside)) Disk.DeleteFile(draft.Path);
        if (sidecar is null) Disk.DeleteFile(beside);
        else sidecar.Publish();
        draft.Publish();
    }

    /// <summary>Removes what was written, unless it is complete.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    private protected abstract RecordingFormat Format { get; }

    /// <summary>Which row comes first in the file: arrays begin with the highest.</summary>
    RowOrder StoredRows => Format == RecordingFormat.Dat ? Layout.Rows : RowOrder.TopDown;

    /// <summary>Whether the file itself says everything that is known: arrays say their size and nothing else.</summary>
    bool SaysItAll => Format != RecordingFormat.Dat && facts is { TicksPerSecond: null, Simulator: null, Seed: null };

    /// <summary>Whether packed ticks can be written as they are.</summary>
    private protected virtual bool TakesPacked => false;

    private protected virtual void Write(ReadOnlySpan<byte> packed) => Target.Write(packed);

    /// <summary>Writes one tick of bytes 0 and 1, the highest row first; they may be changed.</summary>
    private protected abstract void WriteTick(byte[] spikes);

    /// <summary>Writes what comes after the last tick.</summary>
    private protected virtual void Finish()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing) draft.Dispose();
    }
}
