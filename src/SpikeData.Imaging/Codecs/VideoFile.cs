using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A video file being written: MPEG-4 in MP4, or Motion JPEG in AVI, by the FFmpeg inside OpenCV.</summary>
public sealed class VideoFile : IDisposable
{
    readonly VideoWriter writer;
    readonly int height, width;

    /// <param name="path">The file; .mp4 or .avi.</param>
    /// <exception cref="SpikeDataException">SPIKE446: it cannot be written.</exception>
    public VideoFile(string path, int height, int width, double framesPerSecond)
    {
        OpenCv.Load();
        (this.height, this.width) = (height, width);
        int codec = Path.GetExtension(path).Equals(".avi", StringComparison.OrdinalIgnoreCase) ? FourCC.MJPG : FourCC.FromString("mp4v");
        writer = new(Path.GetFullPath(path), VideoCaptureAPIs.FFMPEG, codec, framesPerSecond, new Size(width, height));
        if (writer.IsOpened()) return;
        writer.Dispose();
        throw new SpikeDataException("SPIKE446", "The video cannot be written here: the folder may be absent, read-only or full. Write pictures instead, or elsewhere.")
        {
            File = path,
        };
    }

    /// <summary>Appends a frame, [height, width, 3] bytes, blue, green, red.</summary>
    public unsafe void Write(ReadOnlySpan<byte> bgr)
    {
        fixed (byte* pixels = bgr[..(height * width * 3)])
        {
            using Mat frame = Mat.FromPixelData(height, width, MatType.CV_8UC3, (nint)pixels);
            writer.Write(frame);
        }
    }

    public void Dispose() => writer.Dispose();
}
