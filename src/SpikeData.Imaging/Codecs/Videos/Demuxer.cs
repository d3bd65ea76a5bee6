using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Takes a video file apart into the packets of its picture track.</summary>
sealed unsafe class Demuxer : IDisposable
{
    readonly FileInput input;
    readonly string path;
    nint container, packet;
    int index;

    /// <exception cref="SpikeDataException">SPIKE441: cannot be opened. SPIKE442: without a picture track. SPIKE443: damaged.</exception>
    public Demuxer(string path, VideoKind kind)
    {
        (this.path, Kind) = (path, kind);
        FfmpegLog.Begin();
        input = new(path);
        try
        {
            Open();
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public VideoKind Kind { get; }

    /// <summary>The picture track that is read: the first that is no cover picture.</summary>
    public StreamView Stream { get; private set; }

    /// <summary>How many picture tracks there are.</summary>
    public int Tracks { get; private set; }

    PacketView Packet => new(packet);

    /// <summary>The next packet of the track, valid until the next call; null at the end. Packets of other tracks are passed over, however many.</summary>
    /// <exception cref="SpikeDataException">SPIKE441, SPIKE443: the file cannot be read on.</exception>
    public PacketView? Next()
    {
        while (true)
        {
            FfmpegLibrary.EmptyPacket(packet);
            int result = FfmpegLibrary.ReadPacket(container, packet);
            if (input.Problem is { } problem) throw MediaError.Unreadable(path, problem);
            if (result == FfmpegLibrary.EndOfFile) return null;
            if (result < 0) throw MediaError.Damaged(path, $"cannot be read on ({FfmpegLibrary.Words(result)})");
            if (Packet.Stream == index) return Packet;
        }
    }

    public void Dispose()
    {
        fixed (nint* pointer = &packet) FfmpegLibrary.FreePacket(pointer);
        fixed (nint* pointer = &container) FfmpegLibrary.CloseContainer(pointer);
        input.Dispose();
    }

    void Open()
    {
        packet = FfmpegLibrary.AllocatePacket();
        container = FfmpegLibrary.AllocateContainer();
        // Its place for the input: with one of ours, nothing is opened by name.
        *(nint*)(container + 32) = input.Context;
        // Files that a file names would be opened by a protocol, and there is none of this name.
        Check(FfmpegLibrary.SetOption(container, "protocol_whitelist", "none", 0));
        nint format = FfmpegLibrary.FindFormat(Kind.Demuxer);
        if (format == 0) throw MediaError.Unsupported(path, $"is {Kind.Name}, which the library's FFmpeg was built without");
        fixed (nint* pointer = &container)
        {
            int opened = FfmpegLibrary.OpenContainer(pointer, 0, format, null);
            if (opened < 0) throw MediaError.Unsupported(path, $"cannot be understood as {Kind.Name} ({FfmpegLibrary.Words(opened)})");
        }

        FindStreams();
        Choose();
    }

    /// <summary>Reads and decodes as much as it takes to know what the tracks are, within the limits that hold for decoding.</summary>
    void FindStreams()
    {
        int count = StreamCount;
        nint* options = stackalloc nint[Math.Max(1, count)];
        for (int i = 0; i < count; i++)
        {
            options[i] = 0;
            FfmpegLibrary.SetEntry(&options[i], "max_pixels", $"{PictureFile.LargestArea}", 0);
        }

        int found = FfmpegLibrary.FindStreams(container, options);
        for (int i = 0; i < count; i++) FfmpegLibrary.FreeDictionary(&options[i]);
        Check(found);
    }

    void Choose()
    {
        index = -1;
        for (int i = 0; i < StreamCount; i++)
        {
            var stream = new StreamView(((nint*)*(nint*)(container + 48))[i]);
            if (stream.IsVideo && Tracks++ == 0) (index, Stream) = (i, stream);
            else stream.Discard();
        }

        if (index < 0) throw MediaError.Unsupported(path, "has no video track");
    }

    int StreamCount => *(int*)(container + 44);

    void Check(int result)
    {
        if (result < 0) throw MediaError.Damaged(path, $"cannot be understood ({FfmpegLibrary.Words(result)})");
    }
}
