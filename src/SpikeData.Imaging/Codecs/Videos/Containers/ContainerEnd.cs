using Microsoft.Win32.SafeHandles;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Whether a video file is whole, as far as its outer parts tell, before a decoder sees it.</summary>
/// <remarks>A decoder would decode a file that was cut short up to the cut, silently.</remarks>
/// <param name="IsStated">Whether the file says where it ends, so that a cut anywhere shows.</param>
/// <param name="Fault">How it is seen that it ends too early; null where it is not.</param>
sealed record ContainerEnd(bool IsStated, string? Fault)
{
    const int MostParts = 1 << 24;

    /// <summary>As many bytes of the beginning of a part as are looked at.</summary>
    const int Enough = 512;

    /// <summary>What is to be said of a file that ends too early.</summary>
    public SpikeDataException? Problem(string path) => Fault is null ? null : MediaError.CutShort(path, Fault);

    /// <exception cref="SpikeDataException">SPIKE443: it ends too early.</exception>
    public void Require(string path)
    {
        if (Problem(path) is { } problem) throw problem;
    }

    /// <summary>Goes through the parts of a file.</summary>
    public static ContainerEnd Of(SafeFileHandle file, VideoKind kind)
    {
        if (Parts(kind) is not { } length) return new(false, TransportEnd.Fault(file, null));
        ContainerWalk walk = new(RandomAccess.GetLength(file));
        byte[] start = new byte[Enough];
        for (int parts = 0; walk.At < walk.Length && parts < MostParts; parts++)
        {
            start.AsSpan(RandomAccess.Read(file, start, walk.At)).Clear();
            if (length(start, walk) is not { } part) return new(walk.StatesEnd, walk.Fault);
            if (part > walk.Length - walk.At) return new(true, "its last part is longer than the rest of the file");
            walk.At += part;
        }

        return new(walk.StatesEnd, walk.Fault ?? (kind.HasEndMark && !walk.StatesEnd ? "the mark of its end is missing" : null));
    }

    /// <summary>How to find the length of a part, header included; null for MPEG-TS, whose packets have one length.</summary>
    static Func<byte[], ContainerWalk, long?>? Parts(VideoKind kind) => kind.Demuxer switch
    {
        "mov" => BoxParts.Mp4,
        "avi" => BoxParts.Riff,
        "matroska" => BoxParts.Matroska,
        "asf" => BoxParts.Asf,
        "mxf" => BoxParts.Mxf,
        "mpeg" => StreamParts.Program,
        "flv" => StreamParts.Flash,
        "ogg" => StreamParts.Ogg,
        "ivf" => StreamParts.Ivf,
        "gif" => GifParts.Of,
        "yuv4mpegpipe" => Y4mParts.Of,
        _ => null,
    };
}
