using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>Finds out what a video is from what its container and its packets say.</summary>
static class VideoMeasuring
{
    public static VideoFacts Of(string path, Demuxer demuxer, ContainerEnd end)
    {
        StreamView stream = demuxer.Stream;
        string codec = FfmpegLibrary.NameOfCodec(stream.Codec);
        // FFmpeg's own "av1" is a shell around graphics cards.
        if (codec == "av1" || FfmpegLibrary.FindDecoder(stream.Codec) == 0) throw MediaError.NoDecoder(path, codec);
        VideoOrientation orientation = stream.Display() is not { } matrix ? default
            : VideoOrientation.Of(matrix) ?? throw MediaError.OddAngle(path);
        (int height, int width) = orientation.IsAcross ? (stream.Width, stream.Height) : (stream.Height, stream.Width);
        if (height <= 0 || width <= 0) throw MediaError.Unsupported(path, "has a video track of which no frame can be decoded");
        MediaError.CheckArea(path, height, width);
        PixelLayout? layout = PixelLayout.Of(stream.PixelFormat);
        VideoColors? colors = layout is null or { IsRgb: true } ? null : VideoColors.Of(stream.Colors, layout, stream.Height, null, null);
        PacketList packets = PacketList.Read(demuxer, codec, end.Problem(path));
        if (packets.Frames == 0) throw packets.Problem ?? MediaError.Unsupported(path, "has a video track without frames");
        (int numerator, int denominator) = stream.TimeBase;
        VideoTiming? timing = packets.Times is { } times && numerator > 0 && denominator > 0 ? new(times, numerator, denominator) : null;
        return new(path)
        {
            Kind = demuxer.Kind.Name,
            Codec = codec,
            Height = height,
            Width = width,
            Count = packets.Frames,
            Timing = timing,
            FramesPerSecond = Rate(stream.StatedRate, timing),
            PixelFormat = FfmpegLibrary.NameOfPixels(stream.PixelFormat),
            Colors = layout is null ? null : ColorWords.Of(layout, colors, stream.Colors),
            StatesItsEnd = end.IsStated,
            IsInterlaced = stream.IsInterlaced,
            Warnings = [.. Warnings(demuxer, stream, layout, packets, codec)],
            Container = demuxer.Kind,
            Orientation = orientation,
            Packets = packets,
        };
    }

    /// <summary>What is stated is exact where it agrees with the times, which are rounded.</summary>
    static double? Rate((int Numerator, int Denominator) stated, VideoTiming? timing)
    {
        double? exact = stated is { Numerator: > 0, Denominator: > 0 } ? (double)stated.Numerator / stated.Denominator : null;
        return exact is { } rate && (timing is null || timing.Count < 2 || timing.Fits(rate)) ? exact : timing?.FramesPerSecond ?? exact;
    }

    static IEnumerable<string> Warnings(Demuxer demuxer, StreamView stream, PixelLayout? layout, PacketList packets, string codec)
    {
        if (demuxer.Tracks > 1) yield return $"of {demuxer.Tracks} video tracks the first is read";
        if (stream.IsInterlaced) yield return VideoFacts.InterlacedWarning;
        (int numerator, int denominator) = stream.PixelShape;
        if (numerator > 0 && denominator > 0 && numerator != denominator)
            yield return string.Create(CultureInfo.InvariantCulture, $"its pixels are not square ({numerator}:{denominator}) and are taken as they are stored: things look narrower or wider than they were");
        // Every GIF has a place for transparency, few use it, and frames are drawn over each other.
        if (layout is { HasAlpha: true } && codec != "gif") yield return "its transparency is dropped";
        if (packets.Leading > 0) yield return $"it begins amid frames that build on earlier ones: the first {packets.Leading} cannot be decoded and are left out";
    }
}
