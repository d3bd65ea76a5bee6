using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What decoded frames are and how their colors are read.</summary>
public sealed class VideoFrameFacts
{
    readonly int format, height, width;
    readonly ColorTags tags;

    VideoFrameFacts(FrameView frame, PixelLayout layout, VideoColors? colors) =>
        (format, height, width, tags, Layout, Colors) = (frame.PixelFormat, frame.Height, frame.Width, frame.Colors, layout, colors);

    /// <summary>FFmpeg's name of the pixel format, such as "yuv420p".</summary>
    public string PixelFormat => Layout.Name;

    /// <summary>Bits of a sample before it is rounded to 8.</summary>
    public int Bits => Layout.Bits;

    /// <summary>Whether there is transparency, which is dropped.</summary>
    public bool HasAlpha => Layout.HasAlpha;

    /// <summary>Whether lines come in two fields.</summary>
    public bool IsInterlaced { get; internal set; }

    /// <summary>The matrix that is undone, where there is one.</summary>
    public ColorMatrix? Matrix => Layout.IsGray ? null : Colors?.Matrix;

    /// <summary>How the matrix is known: "stated" by the video, "given" by a person, or "assumed".</summary>
    public string? MatrixFrom => Matrix is null ? null : Colors?.MatrixFrom;

    /// <summary>The range of codes, where they are luma.</summary>
    public ColorRange? Range => Colors?.Range;

    /// <summary>How the range is known.</summary>
    public string? RangeFrom => Colors?.RangeFrom;

    internal PixelLayout Layout { get; }

    internal VideoColors? Colors { get; }

    /// <exception cref="SpikeDataException">SPIKE448: the colors are coded in a way that is not read.</exception>
    internal static VideoFrameFacts Of(string path, FrameView frame, VideoOptions options)
    {
        PixelLayout layout = PixelLayout.Of(frame.PixelFormat)
            ?? throw MediaError.Colors(path, $"has pixels of the format {FfmpegLibrary.NameOfPixels(frame.PixelFormat) ?? "unknown"}");
        if (frame.Colors.HighDynamicRange is { } hdr) throw MediaError.Hdr(path, hdr);
        if (layout.IsRgb || layout.HasPalette) return new(frame, layout, null);
        VideoColors colors = VideoColors.Of(frame.Colors, layout, frame.Height, options.Matrix, options.Range)
            ?? throw MediaError.Matrix(path, frame.Colors.Matrix);
        return new(frame, layout, colors);
    }

    /// <summary>Whether they hold for another frame.</summary>
    internal bool Holds(FrameView frame) => (frame.PixelFormat, frame.Height, frame.Width) == (format, height, width) && frame.Colors == tags;
}
