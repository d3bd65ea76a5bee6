using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A video file (MP4, MOV, AVI, MKV), decoded by the FFmpeg inside OpenCV, frame after frame.</summary>
/// <remarks>
/// Frames are counted as they are decoded; the reader never jumps, since where a jump lands depends on the codec. The
/// rotation a phone notes in the file is applied. Frames that a damaged stream lost are missing, not repeated.
/// </remarks>
public sealed class VideoReader : IFrameReader
{
    readonly string path;
    readonly VideoCapture capture;

    /// <exception cref="SpikeDataException">
    /// SPIKE441: cannot be opened. SPIKE442: not a video this library reads, or without a picture track. SPIKE443: cut short.
    /// SPIKE444: larger than <see cref="PictureFile.LargestArea"/>.
    /// </exception>
    public VideoReader(string path)
    {
        OpenCv.Load();
        this.path = path;
        VideoContainer.Check(path);
        capture = new(Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG);
        try
        {
            if (!capture.IsOpened()) throw MediaError.Unsupported(path, "has no video track that can be decoded");
            (Height, Width) = (capture.FrameHeight, capture.FrameWidth);
            if ((long)Height * Width is <= 0 or > PictureFile.LargestArea)
                throw MediaError.TooLarge(path, $"claims {Width}x{Height} pixels; at most {PictureFile.LargestArea} are decoded");
        }
        catch
        {
            capture.Dispose();
            throw;
        }
    }

    public int Height { get; }

    public int Width { get; }

    public int? Count => capture.FrameCount is > 0 and int frames ? frames : null;

    /// <summary>Frames per second as the file states it; 0 when it does not.</summary>
    public double FramesPerSecond => capture.Fps;

    public unsafe bool TryRead(Span<byte> bgr)
    {
        int bytes = Height * Width * 3;
        fixed (byte* target = bgr[..bytes])
        {
            using Mat frame = Mat.FromPixelData(Height, Width, MatType.CV_8UC3, (nint)target);
            if (!capture.Read(frame)) return false;
            // A stream may change its size on the way; OpenCV then gives the frame memory of its own.
            if (frame.Data != (nint)target) throw MediaError.OtherSize(path, frame.Width, frame.Height, Width, Height);
            return true;
        }
    }

    public int Skip(int frames)
    {
        int skipped = 0;
        while (skipped < frames && capture.Grab()) skipped++;
        return skipped;
    }

    public void Dispose() => capture.Dispose();
}
