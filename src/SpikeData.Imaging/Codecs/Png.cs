using OpenCvSharp;

namespace SpikeData.Imaging;

/// <summary>Writes pictures as PNG, with fixed filter and compression: the same pixels give the same file.</summary>
/// <remarks>
/// Filter "up" and zlib level 2: on frames of real clips the best size for the time, see docs/performance.md.
/// Safe to use from many threads at once.
/// </remarks>
public static class Png
{
    const int PngFilter = 19;
    const int Up = 16;
    static readonly int[] Settings = [(int)ImwriteFlags.PngCompression, 2, (int)ImwriteFlags.PngStrategy, 0, PngFilter, Up];

    /// <summary>Encodes [height, width, 3] bytes, blue, green, red.</summary>
    public static byte[] Color(ReadOnlySpan<byte> bgr, int height, int width) => Encode(bgr, height, width, MatType.CV_8UC3, 3);

    /// <summary>Encodes [height, width] bytes.</summary>
    public static byte[] Gray(ReadOnlySpan<byte> gray, int height, int width) => Encode(gray, height, width, MatType.CV_8UC1, 1);

    static unsafe byte[] Encode(ReadOnlySpan<byte> pixels, int height, int width, MatType type, int channels)
    {
        OpenCv.Load();
        fixed (byte* source = pixels[..checked(height * width * channels)])
        {
            using Mat picture = Mat.FromPixelData(height, width, type, (nint)source);
            Cv2.ImEncode(".png", picture, out byte[] file, Settings);
            return file;
        }
    }
}
