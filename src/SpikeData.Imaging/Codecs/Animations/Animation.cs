using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Pictures of one size being written one after another: a video, a GIF or a folder of PNG files. Unfinished ones leave nothing.</summary>
public abstract class Animation : IDisposable
{
    /// <param name="path">Where it will be.</param>
    /// <param name="format">The size and kind of its pictures.</param>
    private protected Animation(string path, AnimationFormat format) => (Path, Format) = (path, format);

    /// <summary>Where it will be.</summary>
    public string Path { get; }

    /// <summary>The size and kind of its pictures.</summary>
    public AnimationFormat Format { get; }

    /// <summary>Whether a path, by its end, is that of a folder of pictures.</summary>
    public static bool IsFolder(string path) => System.IO.Path.GetExtension(path).Length == 0;

    /// <summary>
    /// Begins one whose kind the end of its path says: .mp4 (MPEG-4), .avi (Motion JPEG), .mkv (FFV1, lossless), .gif, or a folder without any.
    /// </summary>
    /// <exception cref="SpikeDataException">SPIKE482: this kind of file is not written here.</exception>
    public static Animation Create(string path, AnimationFormat format) => System.IO.Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".mp4" => new VideoFile(path, format, "mp4v"),
        ".avi" => new VideoFile(path, format, "MJPG"),
        ".mkv" => new VideoFile(path, format, "FFV1"),
        ".gif" => new GifFile(path, format),
        "" => new PictureFolder(path, format),
        string other => throw new SpikeDataException("SPIKE482",
            $"Animations do not end in '{other}'. Write .mp4, .avi, .mkv, .gif, or a folder without any ending for PNG pictures.") { File = path },
    };

    /// <summary>Adds a picture: [height, width] gray bytes, or [height, width, 3] of blue, green, red.</summary>
    /// <param name="picture">The pixels.</param>
    /// <param name="number">What it is called where every picture is a file.</param>
    public void Add(ReadOnlySpan<byte> picture, long number)
    {
        if (picture.Length != Format.Bytes)
            throw new ArgumentException($"A picture of {picture.Length} bytes came among those of {Format}.", nameof(picture));
        Write(picture, number);
    }

    /// <summary>Completes the file and puts it in place.</summary>
    public abstract void Finish();

    public abstract void Dispose();

    private protected abstract void Write(ReadOnlySpan<byte> picture, long number);
}
