using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>An HDF5 file that is read a limited number of times, so that a damaged one in which everything points to itself comes to an end.</summary>
sealed class HdfStream(FileStream file) : Stream
{
    /// <summary>Far more than a thousand objects, or the chunks of one block of ticks, take.</summary>
    const int MostReads = 1 << 22;

    int reads;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    /// <summary>Begins another block of ticks.</summary>
    public void Count() => reads = 0;

    public override int Read(Span<byte> buffer)
    {
        if (++reads > MostReads) throw new InvalidDataException("Its parts point to each other without end.");
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return file.Read(buffer);
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

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
