using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>An HDF5 file from its superblock on, as if nothing were before it, that is read a limited number of times: a damaged one in which everything points to itself comes to an end.</summary>
/// <remarks>PureHDF looks for the superblock at other places than HDF5 allows, and addresses count from where it is, whatever it says itself: its own account of that reads as 0 here.</remarks>
sealed class HdfStream : Stream
{
    /// <summary>Far more than a thousand objects, or the chunks of one block of ticks, take.</summary>
    const int MostReads = 1 << 22;

    readonly FileStream file;
    readonly long start;
    readonly int originAt;
    int reads;

    public HdfStream(FileStream file)
    {
        (this.file, start) = (file, HdfSuperblock.Find(file) ?? throw new InvalidDataException("It does not begin as HDF5 files do."));
        originAt = HdfSuperblock.OriginAt(file, start);
        Position = 0;
    }

    /// <summary>How many bytes were read last.</summary>
    public int LastRead { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length - start;

    public override long Position
    {
        get => file.Position - start;
        set => file.Position = start + value;
    }

    /// <summary>Begins another block of ticks.</summary>
    public void Count() => reads = 0;

    public override int Read(Span<byte> buffer)
    {
        if (++reads > MostReads) throw new InvalidDataException("Its parts point to each other without end.");
        RuntimeHelpers.EnsureSufficientExecutionStack();
        long at = Position;
        LastRead = file.Read(buffer);
        for (long i = Math.Max(at, originAt); i < Math.Min(at + LastRead, originAt + HdfSuperblock.LengthOfOrigin); i++) buffer[(int)(i - at)] = 0;
        return LastRead;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => (origin == SeekOrigin.Begin ? file.Seek(start + offset, origin) : file.Seek(offset, origin)) - start;

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) file.Dispose();
        base.Dispose(disposing);
    }
}
