using System.Buffers;
using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Writes pictures as PNG: the same pixels give the same file, on every machine.</summary>
/// <remarks>Each row is stored as its difference from the one above (filter "up"), which is the quickest to read. Safe to use from many threads at once. W3C, PNG specification, third edition.</remarks>
public static class Png
{
    const int GrayType = 0, ColorType = 2, HeaderBytes = 13, ChunkFrame = 12;

    static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

    /// <summary>Encodes [height, width, 3] bytes, blue, green, red.</summary>
    public static byte[] Color(ReadOnlySpan<byte> bgr, int height, int width) => Encode(bgr, height, width, ColorType, 3);

    /// <summary>Encodes [height, width] bytes.</summary>
    public static byte[] Gray(ReadOnlySpan<byte> gray, int height, int width) => Encode(gray, height, width, GrayType, 1);

    static byte[] Encode(ReadOnlySpan<byte> pixels, int height, int width, byte type, int channels)
    {
        int rowBytes = checked(width * channels), size = checked(height * (1 + rowBytes));
        byte[] filtered = ArrayPool<byte>.Shared.Rent(size);
        try
        {
            PngFilter.Up(pixels[..(height * rowBytes)], filtered, rowBytes, channels);
            byte[] data = Deflater.Encode(filtered.AsSpan(0, size));
            byte[] file = new byte[Signature.Length + (3 * ChunkFrame) + HeaderBytes + data.Length];
            Signature.CopyTo(file);
            Span<byte> rest = file.AsSpan(Signature.Length), header = stackalloc byte[HeaderBytes];
            BinaryPrimitives.WriteInt32BigEndian(header, width);
            BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
            header[8] = 8;
            header[9] = type;
            rest = Chunk(rest, "IHDR"u8, header);
            rest = Chunk(rest, "IDAT"u8, data);
            Chunk(rest, "IEND"u8, []);
            return file;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(filtered);
        }
    }

    /// <summary>Writes a chunk and returns what lies behind it.</summary>
    static Span<byte> Chunk(Span<byte> target, scoped ReadOnlySpan<byte> type, scoped ReadOnlySpan<byte> data)
    {
        BinaryPrimitives.WriteInt32BigEndian(target, data.Length);
        type.CopyTo(target[4..]);
        data.CopyTo(target[8..]);
        BinaryPrimitives.WriteUInt32BigEndian(target[(8 + data.Length)..], Crc32.Of(target.Slice(4, 4 + data.Length)));
        return target[(ChunkFrame + data.Length)..];
    }
}
