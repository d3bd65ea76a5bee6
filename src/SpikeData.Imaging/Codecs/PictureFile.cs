using System.Buffers;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using OpenCvSharp;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>A PNG or JPEG file of at most 8 bits per channel, decoded to blue, green, red.</summary>
/// <remarks>
/// The pixels are those of OpenCV's imread: gray repeats in all channels, alpha is dropped without blending, the EXIF
/// orientation is applied, color profiles are ignored. JPEG data are followed to their end before. Safe to use from many threads at once; each call decodes on its own thread.
/// </remarks>
public static class PictureFile
{
    /// <summary>The most pixels a frame may have: 16384 x 16384. A file of a few bytes may claim any size.</summary>
    public const long LargestArea = 1L << 28;

    /// <summary>While a picture is decoded: in the decoder and where it goes.</summary>
    const int BytesPerPixel = 6;

    const long LargestFile = 1L << 30;

    /// <summary>The size a file decodes to, by its header alone: damage behind it shows when it is read.</summary>
    /// <exception cref="SpikeDataException">SPIKE441 to SPIKE444, as in <see cref="Read"/>.</exception>
    public static (int Height, int Width) Measure(string path)
    {
        using SafeFileHandle file = MediaError.Open(path);
        return HeaderOf(path, new(file)).Upright;
    }

    /// <summary>The size that the content of a file decodes to, by its header alone.</summary>
    /// <param name="path">What errors call it.</param>
    /// <param name="bytes">The whole content.</param>
    /// <exception cref="SpikeDataException">SPIKE442 to SPIKE444, as in <see cref="Read"/>.</exception>
    public static (int Height, int Width) Measure(string path, ReadOnlySpan<byte> bytes) => HeaderOf(path, new(bytes)).Upright;

    /// <summary>Decodes a file whose size is not known, to find out whether it is whole.</summary>
    /// <returns>The size it decodes to.</returns>
    /// <exception cref="SpikeDataException">SPIKE441 to SPIKE444, as in <see cref="Read"/>.</exception>
    public static (int Height, int Width) Check(string path)
    {
        using Mat picture = Decode(path);
        return (picture.Height, picture.Width);
    }

    /// <summary>Decodes into memory that is already there.</summary>
    /// <param name="path">Any file name the system accepts.</param>
    /// <param name="bgr">Receives [height, width, 3] bytes, rows top-down.</param>
    /// <param name="height">What the height must be.</param>
    /// <param name="width">What the width must be.</param>
    /// <exception cref="SpikeDataException">
    /// SPIKE441: cannot be opened. SPIKE442: not a PNG or JPEG file of 8 bits per channel. SPIKE443: damaged or cut short.
    /// SPIKE444: larger than <see cref="LargestArea"/>. SPIKE445: of another size than asked for.
    /// </exception>
    public static void Read(string path, Span<byte> bgr, int height, int width)
    {
        byte[] bytes = Load(path, out int length);
        try
        {
            Decode(path, bytes.AsSpan(0, length), bgr, height, width);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Decodes the content of a file into memory that is already there.</summary>
    /// <param name="path">What errors call it.</param>
    /// <param name="bytes">The whole content.</param>
    /// <param name="bgr">Receives [height, width, 3] bytes, rows top-down.</param>
    /// <param name="height">What the height must be.</param>
    /// <param name="width">What the width must be.</param>
    /// <exception cref="SpikeDataException">SPIKE442 to SPIKE445 as in <see cref="Read"/>.</exception>
    public static void Decode(string path, ReadOnlySpan<byte> bytes, Span<byte> bgr, int height, int width)
    {
        if (!ColorPng.TryDecode(bytes, bgr[..checked(height * width * 3)], height, width)) ReadAny(path, bytes, bgr, height, width);
    }

    static void ReadAny(string path, ReadOnlySpan<byte> bytes, Span<byte> bgr, int height, int width)
    {
        using Mat picture = Decode(path, bytes);
        if (picture.Height != height || picture.Width != width)
            throw MediaError.OtherSize(path, picture.Width, picture.Height, width, height);
        MemoryMarshal.AsBytes(picture.AsSpan<Vec3b>()).CopyTo(bgr);
    }

    static Mat Decode(string path)
    {
        byte[] bytes = Load(path, out int length);
        try
        {
            return Decode(path, bytes.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>A whole file in borrowed memory.</summary>
    static byte[] Load(string path, out int read)
    {
        using var file = MediaError.Open(path);
        long length = RandomAccess.GetLength(file);
        if (length > LargestFile) throw MediaError.TooLarge(path, $"has {length} bytes; at most {LargestFile} are read as one picture");
        byte[] bytes = ArrayPool<byte>.Shared.Rent((int)length);
        read = RandomAccess.Read(file, bytes.AsSpan(0, (int)length), 0);
        return bytes;
    }

    static Mat Decode(string path, ReadOnlySpan<byte> bytes)
    {
        PictureHeader header = HeaderOf(path, new(bytes));
        if (header.IsJpeg && JpegCheck.Fault(bytes) is { } fault) throw MediaError.Damaged(path, fault);
        OpenCv.Load();
        Mat picture = (header.IsWhole ? TryDecode(bytes) : null) ?? throw MediaError.Damaged(path, "is damaged or ends too early");
        Orientation.Apply(header.Orientation, picture);
        return picture;
    }

    static PictureHeader HeaderOf(string path, PictureBytes bytes)
    {
        if (bytes.Length == 0) throw MediaError.Damaged(path, "is empty");
        PictureHeader header = PictureHeader.Read(bytes) ?? throw MediaError.Unsupported(path, "is not a PNG or JPEG picture");
        if (header.Unread is { } kind) throw MediaError.Unsupported(path, $"{kind}, which is not read");
        if (header.BitsPerChannel > 8)
            throw MediaError.Unsupported(path, $"has {header.BitsPerChannel} bits per channel; convert it to 8, choosing the tone curve yourself");
        if (header.Area is <= 0 or > LargestArea) throw MediaError.TooLarge(path, $"claims {header.Width}x{header.Height} pixels; at most {LargestArea} are decoded");
        MemoryLimit.Require(BytesPerPixel * header.Area, $"Decoding a picture of {header.Width}x{header.Height} pixels", path);
        return header;
    }

    static Mat? TryDecode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            Mat picture = Cv2.ImDecode(bytes, ImreadModes.Color | ImreadModes.IgnoreOrientation);
            if (!picture.Empty()) return picture;
            picture.Dispose();
            return null;
        }
        catch (OpenCVException)
        {
            return null;
        }
    }
}
