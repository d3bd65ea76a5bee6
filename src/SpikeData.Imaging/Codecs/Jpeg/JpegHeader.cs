using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Reads what a JPEG file says about its pixels.</summary>
static class JpegHeader
{
    const byte FirstFrame = 0xc0, LastFrame = 0xcf, Codes = 0xc4, Reserved = 0xc8, ArithmeticCodes = 0xcc, FirstArithmetic = 0xc9, LastRead = 0xc2, Application = 0xe1, Fill = 0xff;
    const int FrameBytes = 10;

    public static ReadOnlySpan<byte> Signature => [0xff, 0xd8, 0xff];

    static ReadOnlySpan<byte> ExifBegin => "Exif\0\0"u8;

    /// <summary>Walks the marker segments to the start of frame (ITU-T T.81, B.2.2).</summary>
    public static PictureHeader? Read(PictureBytes file)
    {
        Span<byte> head = stackalloc byte[FrameBytes];
        int? orientation = null;
        for (long at = 2; file.TryRead(at, head) && head[0] == Fill;)
        {
            (byte marker, int length) = (head[1], Big16(head[2..]));
            if (marker is >= FirstFrame and <= LastFrame and not (Codes or Reserved or ArithmeticCodes))
            {
                string? unread = marker <= LastRead ? null : marker >= FirstArithmetic ? "is a JPEG picture of arithmetic codes" : "is a lossless or hierarchical JPEG picture";
                return new(Big16(head[7..]), Big16(head[5..]), head[4], orientation ?? Orientation.Upright, IsJpeg: true, IsWhole: true, unread);
            }

            if (marker == Application) orientation ??= Exif(file, at + 4, length - 2);
            at += marker == Fill ? 1 : 2 + length;
        }

        return null;
    }

    static int? Exif(PictureBytes file, long at, int length)
    {
        if (length <= ExifBegin.Length) return null;
        byte[] segment = new byte[length];
        return file.TryRead(at, segment) && segment.AsSpan().StartsWith(ExifBegin) ? Orientation.Read(segment.AsSpan(ExifBegin.Length)) : null;
    }

    static int Big16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);
}
