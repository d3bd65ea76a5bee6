using System.IO.Compression;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A recording in a numpy array [ticks, height, width] of zeros and ones, by itself (.npy) or among others (.npz).</summary>
sealed class ArrayRecording : SpikeRecording
{
    readonly Func<Stream> open;
    readonly IDisposable? owner;
    readonly SpikeElements elements;
    readonly int tickBytes;
    readonly long start;
    Stream stream;
    long next;

    ArrayRecording(string path, Func<Stream> open, IDisposable? owner, Stream stream, NpyHeader header, SpikeLayout layout, RecordingFacts facts)
        : base(path, layout, header.Shape[0], facts)
    {
        (this.open, this.owner, this.stream) = (open, owner, stream);
        start = stream.CanSeek ? stream.Position : 0;
        elements = new(header.Type, layout);
        tickBytes = layout.Pixels * header.Type.Size();
    }

    public override RecordingFormat Format => owner is null ? RecordingFormat.Npy : RecordingFormat.Npz;

    /// <exception cref="SpikeDataException">SPIKE454: the array holds no spikes. SPIKE460, 461, 462: it is no array, or cut short.</exception>
    public static ArrayRecording OpenNpy(string path, RecordingFacts stated) => Open(path, "The array", () => InputFile.Open(path), null, new FileInfo(path).Length, stated);

    /// <exception cref="SpikeDataException">SPIKE453: no array has that name. SPIKE463: the file is no archive, or damaged. Others as for .npy.</exception>
    public static ArrayRecording OpenNpz(string path, RecordingFacts stated)
    {
        SpikeArchive archive = SpikeArchive.Open(path);
        try
        {
            ZipArchiveEntry entry = archive.Choose(stated.Array);
            string name = Npz.NameOf(entry);
            return Open(path, $"The array '{name}'", entry.Open, archive, entry.Length, stated with { Array = name });
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    private protected override void Fill(long first, int ticks, Span<byte> packed)
    {
        try
        {
            GoTo(first);
            for (int tick = 0; tick < ticks; tick++, next++)
                elements.Read(stream, packed.Slice(tick * Layout.FrameBytes, Layout.FrameBytes), first + tick, Path);
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            next = long.MaxValue;
            throw new SpikeDataException("SPIKE463", $"The array breaks off near tick {first}: {broken.Message} Copy or save the file again.", broken) { File = Path };
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (!disposing) return;
        stream.Dispose();
        owner?.Dispose();
    }

    static ArrayRecording Open(string path, string subject, Func<Stream> open, IDisposable? owner, long length, RecordingFacts stated)
    {
        Stream? stream = null;
        try
        {
            stream = open();
            NpyHeader header = NpyHeader.Read(stream);
            int[] shape = [.. header.Shape];
            if (shape.Length != 3 || shape.Contains(0) || header.FirstAxisContiguous)
                throw new SpikeDataException("SPIKE454",
                    $"{subject} has the shape [{string.Join(", ", shape)}]{(header.FirstAxisContiguous ? " in Fortran order" : "")}; [ticks, height, width] in C order, none of them 0, was expected. In Python: numpy.ascontiguousarray(array).");
            long left = length - (stream.CanSeek ? stream.Position : 0);
            if (header.ByteLength > left)
                throw new SpikeDataException("SPIKE462", $"{subject} ends after {left} of {header.ByteLength} bytes; the file was cut short. Save or copy it again.");
            SpikeLayout layout = stated.LayoutOfArray(path, shape[1], shape[2]);
            return new(path, open, owner, stream, header, layout, stated);
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

    void GoTo(long tick)
    {
        if (tick == next) return;
        if (stream.CanSeek)
        {
            stream.Position = start + tick * tickBytes;
        }
        else
        {
            if (tick < next) Restart();
            for (; next < tick; next++) elements.Skip(stream);
        }

        next = tick;
    }

    void Restart()
    {
        stream.Dispose();
        stream = open();
        NpyHeader.Read(stream);
        next = 0;
    }
}
