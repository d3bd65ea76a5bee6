using System.Runtime.InteropServices;
using OpenCvSharp;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A gray picture in memory and what a message calls it: a photo, or what spikes of some ticks reconstruct to.</summary>
/// <param name="Name">The file's name, or a name and the ticks.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
/// <param name="Pixels">[height, width] bytes, rows top-down.</param>
public sealed record GrayPicture(string Name, int Height, int Width, byte[] Pixels)
{
    /// <summary>The file it was read from, or where its spikes were.</summary>
    public string? File { get; init; }

    /// <summary>What a person should know before trusting it: a recording that ends within a tick, say; null for nothing.</summary>
    public string? Warning { get; init; }

    /// <summary>The picture upside down.</summary>
    public GrayPicture Mirrored() => this with { Pixels = [.. Enumerable.Range(0, Height).SelectMany(row => Pixels.AsSpan((Height - 1 - row) * Width, Width).ToArray())] };

    /// <summary>Reads a PNG or JPEG file; colors are weighed as OpenCV does.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE441 to SPIKE444: the file cannot be used.</exception>
    public static GrayPicture Read(string file)
    {
        (int height, int width) = PictureFile.Measure(file);
        using Mat color = new(height, width, MatType.CV_8UC3);
        PictureFile.Read(file, MemoryMarshal.AsBytes(color.AsSpan<Vec3b>()), height, width);
        using Mat gray = color.CvtColor(ColorConversionCodes.BGR2GRAY);
        return new(Path.GetFileName(file), height, width, gray.AsSpan<byte>().ToArray()) { File = file };
    }
}
