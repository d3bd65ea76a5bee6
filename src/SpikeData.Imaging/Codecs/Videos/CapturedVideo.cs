using System.Runtime.InteropServices;
using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A video as OpenCV gives it, where FFmpeg's own functions cannot be called: it tells little, so what may be wrong is refused.</summary>
sealed class CapturedVideo : IDisposable
{
    readonly VideoFacts facts;
    readonly VideoCapture capture;
    readonly Mat frame = new();
    int count;

    public CapturedVideo(VideoFacts facts)
    {
        this.facts = facts;
        capture = Open(facts.Path);
    }

    /// <summary>What can be told: neither times nor colors.</summary>
    public static VideoFacts Measure(string path, VideoKind kind, ContainerEnd end)
    {
        using VideoCapture capture = Open(path);
        (int height, int width) = (capture.FrameHeight, capture.FrameWidth);
        if (height <= 0 || width <= 0) throw MediaError.Unsupported(path, "has no video track that can be decoded");
        MediaError.CheckArea(path, height, width);
        return new(path)
        {
            Kind = kind.Name,
            Codec = capture.FourCC,
            Height = height,
            Width = width,
            StatesItsEnd = end.IsStated,
            Count = capture.FrameCount is > 0 and int frames ? frames : null,
            FramesPerSecond = capture.Fps > 0 ? capture.Fps : null,
            Warnings = ["on this system neither the times of frames nor the tags of colors can be read: even times and OpenCV's colors are assumed"],
        };
    }

    /// <exception cref="SpikeDataException">SPIKE445: the frame has another size. SPIKE447: fewer frames than stated.</exception>
    public bool MoveNext()
    {
        if (!capture.Read(frame) || frame.Empty())
        {
            if (count < facts.Count) throw MediaError.DamagedFrame(facts.Path, count, "is missing", $"of {facts.Count} frames {count} are decoded");
            return false;
        }

        if ((frame.Height, frame.Width) != (facts.Height, facts.Width))
            throw MediaError.OtherSize(facts.Path, count, frame.Width, frame.Height, facts.Width, facts.Height);
        count++;
        return true;
    }

    public void Current(Span<byte> bgr)
    {
        using Mat whole = frame.Clone();
        MemoryMarshal.AsBytes(whole.AsSpan<Vec3b>()).CopyTo(bgr);
    }

    public void Dispose()
    {
        capture.Dispose();
        frame.Dispose();
    }

    static VideoCapture Open(string path)
    {
        OpenCv.Load();
        VideoCapture capture = new(Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG);
        if (capture.IsOpened()) return capture;
        capture.Dispose();
        throw MediaError.Unsupported(path, "has no video track that can be decoded");
    }
}
