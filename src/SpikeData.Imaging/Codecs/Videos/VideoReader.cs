using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A video file, decoded frame after frame by the FFmpeg inside OpenCV and turned to blue, green, red by ourselves.</summary>
/// <remarks>
/// Frames are counted as they are decoded; the reader never jumps, since where a jump lands depends on the codec. The
/// rotation a phone notes in the file is applied. A frame that is damaged or missing is an error.
/// </remarks>
public sealed class VideoReader : IFrameReader
{
    readonly VideoOptions options;
    readonly VideoDecoder? decoder;
    readonly CapturedVideo? captured;
    FrameConverter? converter;
    byte[] unturned = [];

    /// <exception cref="SpikeDataException">As in <see cref="VideoFacts.Of"/>.</exception>
    public VideoReader(string path, VideoOptions? options = null)
    {
        this.options = options ?? new();
        Facts = this.options.Facts ?? VideoFacts.Of(path);
        (Height, Width) = (Facts.Height, Facts.Width);
        if (Facts.Packets is null) captured = new(Facts);
        else decoder = new(Facts);
    }

    /// <summary>What was found out about the file.</summary>
    public VideoFacts Facts { get; }

    /// <summary>Of the next frame, once <see cref="MoveNext"/> has been called; of the first, as the file states it, before.</summary>
    public int Height { get; private set; }

    /// <inheritdoc cref="Height"/>
    public int Width { get; private set; }

    public int? Count => Facts.Count;

    /// <summary>Frames per second; 0 when the file does not tell.</summary>
    public double FramesPerSecond => Facts.FramesPerSecond ?? 0;

    /// <summary>How the colors of the last frame were read.</summary>
    public VideoFrameFacts? FrameFacts { get; private set; }

    public bool TryRead(Span<byte> bgr)
    {
        if (!MoveNext()) return false;
        Current(bgr);
        return true;
    }

    /// <summary>Decodes the next frame, unless the video is over.</summary>
    /// <exception cref="SpikeDataException">SPIKE445: it has another size. SPIKE447: it is damaged or missing.</exception>
    public bool MoveNext()
    {
        if (captured is not null) return captured.MoveNext();
        if (!decoder!.Next()) return false;
        FrameView frame = decoder.Frame;
        (int height, int width) = Facts.Orientation.IsAcross ? (frame.Width, frame.Height) : (frame.Height, frame.Width);
        if ((height, width) == (Height, Width)) return true;
        if (!options.AnySize) throw MediaError.OtherSize(Facts.Path, decoder.Count - 1, width, height, Facts.Width, Facts.Height);
        MediaError.CheckArea(Facts.Path, height, width);
        (Height, Width) = (height, width);
        return true;
    }

    /// <summary>The frame that <see cref="MoveNext"/> decoded.</summary>
    /// <param name="bgr">Receives [height, width, 3] bytes.</param>
    /// <exception cref="SpikeDataException">SPIKE448: its colors are coded in a way that is not read.</exception>
    public void Current(Span<byte> bgr)
    {
        bgr = bgr[..(Height * Width * 3)];
        if (captured is not null) captured.Current(bgr);
        else if (Facts.Orientation == default) Convert(bgr);
        else
        {
            if (unturned.Length != bgr.Length) unturned = new byte[bgr.Length];
            Convert(unturned);
            Facts.Orientation.Turn(unturned, bgr, decoder!.Frame.Height, decoder.Frame.Width);
        }
    }

    public int Skip(int frames)
    {
        int skipped = 0;
        while (skipped < frames && MoveNext()) skipped++;
        return skipped;
    }

    public void Dispose()
    {
        decoder?.Dispose();
        captured?.Dispose();
    }

    void Convert(Span<byte> bgr)
    {
        FrameView frame = decoder!.Frame;
        if (FrameFacts is null || !FrameFacts.Holds(frame))
        {
            FrameFacts = VideoFrameFacts.Of(Facts.Path, frame, options);
            converter = null;
        }

        FrameFacts.IsInterlaced |= frame.IsInterlaced;
        converter ??= new(FrameFacts.Layout, FrameFacts.Colors, frame.Height, frame.Width);
        converter.Convert(frame, bgr);
    }
}
