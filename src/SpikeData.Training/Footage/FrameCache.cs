using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>The frames of a clip by their number: a video is decoded at once, pictures are read when they are asked for.</summary>
sealed class FrameCache
{
    readonly byte[]?[] frames;
    readonly Func<int, byte[]> read;
    readonly FrameMemory memory;

    /// <summary>Frames that are in memory: rows of blue, green, red.</summary>
    public FrameCache(string name, FrameSize size, byte[][] frames)
        : this(name, size, frames, index => frames[index], new(0))
    {
    }

    /// <param name="name">What messages call it.</param>
    /// <param name="size">The size of every frame.</param>
    /// <param name="frames">Rows of blue, green, red; null for those that are still to be read.</param>
    /// <param name="read">Reads a frame.</param>
    /// <param name="memory">Where frames are kept that were read.</param>
    FrameCache(string name, FrameSize size, byte[]?[] frames, Func<int, byte[]> read, FrameMemory memory) =>
        (Name, Size, this.frames, this.read, this.memory) = (name, size, frames, read, memory);

    public string Name { get; }

    public FrameSize Size { get; }

    public int Count => frames.Length;

    /// <summary>A frame, kept in memory as far as it reaches.</summary>
    public byte[] this[int index]
    {
        get
        {
            if (frames[index] is { } known) return known;
            byte[] frame = read(index);
            if (memory.TryTake(frame.Length)) frames[index] = frame;
            return frame;
        }
    }

    /// <exception cref="Compute.SpikeDataException">SPIKE518: a video is longer than memory reaches.</exception>
    public static FrameCache Open(Decode decode, ClipSource source, Workspace workspace, FrameMemory memory)
    {
        Clip clip = decode.Open(source, workspace);
        if (source.Files.Count > 1) return new(clip.Name, clip.Size, new byte[]?[source.Files.Count], Picture, memory);
        if (!memory.TryTake((clip.Count ?? 0) * BytesOf(clip))) throw FootageErrors.TooLong(clip);
        return new(clip.Name, clip.Size, [.. Decoded(clip)]);

        byte[] Picture(int index) => Decoded(new Decode(decode.From, Size: clip.Size)
            .Open(source with { Files = [source.Files[index]] }, workspace)).Single();
    }

    /// <summary>Some neighboring frames.</summary>
    public FrameCache Part(int first, int count) => new(Name, Size, frames[first..(first + count)], index => read(first + index), memory);

    static IEnumerable<byte[]> Decoded(Clip clip)
    {
        foreach (Frame frame in clip.Frames)
        {
            byte[] pixels = new byte[BytesOf(clip)];
            using (frame) frame.Pixels.Download(pixels);
            yield return pixels;
        }
    }

    static long BytesOf(Clip clip) => clip.Size.Height * clip.Size.Width * 3L;
}
