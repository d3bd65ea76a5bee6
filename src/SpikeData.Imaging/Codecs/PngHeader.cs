using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Reads what a PNG file says about its pixels (W3C, PNG specification, third edition).</summary>
static class PngHeader
{
    const int ChunkFrame = 12, HeaderChunk = 25, MostExif = 1 << 16;

    public static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

    /// <summary>Walks the chunks: length, type, contents, checksum.</summary>
    public static PictureHeader? Read(PictureBytes file)
    {
        Span<byte> header = stackalloc byte[HeaderChunk], chunk = stackalloc byte[ChunkFrame];
        if (!file.TryRead(Signature.Length, header) || !header.Slice(4, 4).SequenceEqual("IHDR"u8)) return null;
        (int orientation, bool isWhole, string? unread) = (Orientation.Upright, false, null);
        for (long at = Signature.Length; !isWhole && file.TryRead(at, chunk); at += ChunkFrame + (long)Big32(chunk))
        {
            ReadOnlySpan<byte> type = chunk.Slice(4, 4);
            if (type.SequenceEqual("IEND"u8)) isWhole = true;
            else if (type.SequenceEqual("acTL"u8) && Big32(chunk[8..]) is > 1 and var frames) unread = $"is an animation of {frames} pictures";
            else if (type.SequenceEqual("eXIf"u8) && Big32(chunk) <= MostExif) orientation = Exif(file, at + 8, (int)Big32(chunk));
        }

        return new((int)Big32(header[8..]), (int)Big32(header[12..]), header[16], orientation, IsJpeg: false, isWhole, unread);
    }

    static int Exif(PictureBytes file, long at, int length)
    {
        byte[] exif = new byte[length];
        return file.TryRead(at, exif) ? Orientation.Read(exif) : Orientation.Upright;
    }

    static uint Big32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
