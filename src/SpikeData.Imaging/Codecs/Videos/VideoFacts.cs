using Microsoft.Win32.SafeHandles;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What a video file is, as far as can be told without decoding all of it.</summary>
public sealed class VideoFacts
{
    internal VideoFacts(string path) => Path = path;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What kind of file it is, such as "MP4".</summary>
    public required string Kind { get; init; }

    /// <summary>How frames are coded, in FFmpeg's words, such as "h264".</summary>
    public required string Codec { get; init; }

    /// <summary>Rows of a frame as it is looked at.</summary>
    public required int Height { get; init; }

    /// <summary>Columns of a frame as it is looked at.</summary>
    public required int Width { get; init; }

    /// <summary>How many frames there should be; null where only decoding tells.</summary>
    public int? Count { get; init; }

    /// <summary>When frames are shown; null where the file does not tell.</summary>
    public VideoTiming? Timing { get; init; }

    /// <summary>Frames per second: as stated where times agree with that, else as measured; null where neither is known.</summary>
    public double? FramesPerSecond { get; init; }

    /// <summary>FFmpeg's name of the pixel format, such as "yuv420p"; null where it is not known before decoding.</summary>
    public string? PixelFormat { get; init; }

    /// <summary>How colors are read, in words; null where it is not known before decoding.</summary>
    public string? Colors { get; init; }

    /// <summary>How far stored frames are turned clockwise to be looked at, in degrees, after they are mirrored or not.</summary>
    public int Rotation => 90 * Orientation.Quarters;

    /// <summary>Whether stored frames are mirrored.</summary>
    public bool IsMirrored => Orientation.IsMirrored;

    /// <summary>What one should know before using it, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether the file says where it ends; otherwise nothing shows when it was cut short between two frames.</summary>
    public bool StatesItsEnd { get; init; }

    /// <summary>Whether its lines are stated to come in two fields.</summary>
    public bool IsInterlaced { get; init; }

    internal VideoKind? Container { get; init; }

    internal VideoOrientation Orientation { get; init; }

    internal PacketList? Packets { get; init; }

    /// <summary>What is said of a video whose lines come in two fields.</summary>
    public const string InterlacedWarning =
        "it is interlaced: where things move, every other line shows another instant. Deinterlace it before, such as with: ffmpeg -i IN -vf bwdif -c:v ffv1 OUT.mkv";

    /// <summary>Whether a file begins like a video; false where it cannot be read.</summary>
    public static bool IsVideo(string path)
    {
        try
        {
            using SafeFileHandle file = MediaError.Open(path);
            return VideoKind.Of(file) is not null;
        }
        catch (Exception error) when (error is SpikeDataException or IOException)
        {
            return false;
        }
    }

    /// <summary>Opens a file, and reads its packets without decoding them.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cutShort">Whether a file that was cut short is taken: the frame where it ends is then an error of its reader.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE441: cannot be opened. SPIKE442: not a video this library reads, or without a picture track. SPIKE443: cut short.
    /// SPIKE444: larger than <see cref="PictureFile.LargestArea"/>. SPIKE420, SPIKE448, SPIKE449: turned, colored or coded in a way that is not read.
    /// </exception>
    public static VideoFacts Of(string path, bool cutShort = false)
    {
        using SafeFileHandle file = MediaError.Open(path);
        VideoKind kind = VideoKind.Of(file) ?? throw MediaError.Unsupported(path, "is not a video this library reads");
        ContainerEnd end = ContainerEnd.Of(file, kind);
        if (!FfmpegLibrary.IsHere || !cutShort) end.Require(path);
        if (!FfmpegLibrary.IsHere) return CapturedVideo.Measure(path, kind, end);
        using Demuxer demuxer = new(path, kind);
        if (kind.IsTransport) end = new(false, end.Fault ?? TransportEnd.Fault(file, demuxer.Stream.Id));
        if (!cutShort) end.Require(path);
        return VideoMeasuring.Of(path, demuxer, end);
    }
}
