using System.IO.Compression;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>The slices of a numpy array, by itself (.npy) or among others (.npz).</summary>
sealed class NpySlices : ArraySlices
{
    /// <summary>Deflate makes data at most 1032 times smaller; an archive that claims more is damaged.</summary>
    const int DensestPacking = 1032, LongestHeader = 1 << 17;

    readonly string path;
    readonly Func<Stream> open;
    readonly IDisposable? owner;
    readonly long start;
    readonly byte[] skipped;
    Stream stream;
    long next;

    NpySlices(string path, Func<Stream> open, IDisposable? owner, Stream stream, int sliceBytes)
    {
        (this.path, this.open, this.owner, this.stream) = (path, open, owner, stream);
        (start, skipped) = (stream.CanSeek ? stream.Position : 0, new byte[stream.CanSeek ? 0 : Math.Min(sliceBytes, 1 << 16)]);
        SliceBytes = sliceBytes;
    }

    int SliceBytes { get; }

    /// <exception cref="SpikeDataException">SPIKE454: the array holds no spikes. SPIKE460, 461, 462: it is no array, or cut short.</exception>
    public static ArrayRecording OpenNpy(string path, RecordingFacts stated) =>
        Open(path, RecordingFormat.Npy, "The array", () => InputFile.Open(path), null, new FileInfo(path).Length, stated);

    /// <exception cref="SpikeDataException">SPIKE453: no array has that name. SPIKE463: the file is no archive, or damaged. Others as for .npy.</exception>
    public static ArrayRecording OpenNpz(string path, RecordingFacts stated)
    {
        SpikeArchive archive = SpikeArchive.Open(path);
        try
        {
            ZipArchiveEntry entry = archive.Choose(stated.Array);
            string name = Npz.NameOf(entry);
            long length = Math.Min(entry.Length, LongestHeader + DensestPacking * Math.Min(entry.CompressedLength, long.MaxValue / (2 * DensestPacking)));
            return Open(path, RecordingFormat.Npz, $"The array '{name}'", entry.Open, archive, length, stated with { Array = name });
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public override void Read(long first, int count, Span<byte> numbers)
    {
        try
        {
            GoTo(first);
            stream.ReadExactly(numbers);
            next += count;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            next = long.MaxValue;
            throw new SpikeDataException("SPIKE463", $"The array breaks off near slice {first} of its first axis: {broken.Message} Copy or save the file again.", broken) { File = path };
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        stream.Dispose();
        owner?.Dispose();
    }

    static ArrayRecording Open(string path, RecordingFormat format, string subject, Func<Stream> open, IDisposable? owner, long length, RecordingFacts stated)
    {
        Stream? stream = null;
        try
        {
            stream = open();
            NpyHeader header = NpyHeader.Read(stream);
            long left = length - (stream.CanSeek ? stream.Position : 0);
            if (header.ByteLength > left)
                throw new SpikeDataException("SPIKE462", $"{subject} ends after {left} of {header.ByteLength} bytes; the file was cut short. Save or copy it again.");
            StoredArray array = new(subject, header.Type, header.IsBigEndian, [.. header.Shape.Select(side => (long)side)], header.FirstAxisContiguous);
            return ArrayRecording.Of(path, format, array, stated, sliceBytes => new NpySlices(path, open, owner, stream, sliceBytes));
        }
        catch (SpikeDataException problem)
        {
            stream?.Dispose();
            throw new SpikeDataException(problem.Id, problem.Message, problem) { File = path };
        }
        catch (InvalidDataException broken)
        {
            stream?.Dispose();
            throw new SpikeDataException("SPIKE463", $"{subject} is damaged: {broken.Message} Copy or save the file again.", broken) { File = path };
        }
    }

    void GoTo(long slice)
    {
        if (slice == next) return;
        if (stream.CanSeek)
        {
            stream.Position = start + slice * SliceBytes;
        }
        else
        {
            if (slice < next) Restart();
            for (long left = (slice - next) * SliceBytes; left > 0; left -= skipped.Length) stream.ReadExactly(skipped, 0, (int)Math.Min(left, skipped.Length));
        }

        next = slice;
    }

    void Restart()
    {
        stream.Dispose();
        stream = open();
        NpyHeader.Read(stream);
        next = 0;
    }
}
