using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>What a PNG or JPEG file says about its pixels before they are decoded.</summary>
/// <param name="Width">In pixels, as stored.</param>
/// <param name="Height">In pixels, as stored.</param>
/// <param name="BitsPerChannel">1, 2, 4, 8 or 16 in PNG; 8 or 12 in JPEG.</param>
/// <param name="Channels">1 gray, 2 gray and alpha, 3 color or palette, 4 color and alpha (PNG) or print colors (JPEG).</param>
/// <param name="IsWhole">False where the file visibly ends before its last part.</param>
readonly record struct PictureHeader(int Width, int Height, int BitsPerChannel, int Channels, bool IsWhole)
{
    static ReadOnlySpan<byte> PngSignature => [0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10];

    static ReadOnlySpan<byte> JpegSignature => [0xff, 0xd8, 0xff];

    public long Area => (long)Width * Height;

    /// <summary>Reads the header of a file; null when it is neither PNG nor JPEG, or ends inside its header.</summary>
    public static PictureHeader? Read(ReadOnlySpan<byte> file) =>
        file.StartsWith(PngSignature) ? Png(file) : file.StartsWith(JpegSignature) ? Jpeg(file) : null;

    static PictureHeader? Png(ReadOnlySpan<byte> file)
    {
        if (file.Length < 33 || !file.Slice(12, 4).SequenceEqual("IHDR"u8)) return null;
        int channels = file[25] switch { 0 => 1, 4 => 2, 6 => 4, _ => 3 };
        return new(Big32(file, 16), Big32(file, 20), file[24], channels, PngReachesItsEnd(file));
    }

    /// <summary>Walks the chunks: length, type, contents, checksum.</summary>
    static bool PngReachesItsEnd(ReadOnlySpan<byte> file)
    {
        for (long at = PngSignature.Length; at + 12 <= file.Length; at += 12L + (uint)Big32(file, (int)at))
            if (file.Slice((int)at + 4, 4).SequenceEqual("IEND"u8)) return true;
        return false;
    }

    /// <summary>Walks the marker segments to the start of frame (ITU-T T.81, B.2.2).</summary>
    static PictureHeader? Jpeg(ReadOnlySpan<byte> file)
    {
        for (int at = 2; at + 10 <= file.Length && file[at] == 0xff;)
        {
            byte marker = file[at + 1];
            bool startsFrame = marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xc8 or 0xcc);
            if (startsFrame) return new(Big16(file, at + 7), Big16(file, at + 5), file[at + 4], file[at + 9], IsWhole: true);
            at += marker == 0xff ? 1 : 2 + Big16(file, at + 2);
        }

        return null;
    }

    static int Big16(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadUInt16BigEndian(file[at..]);

    static int Big32(ReadOnlySpan<byte> file, int at) => BinaryPrimitives.ReadInt32BigEndian(file[at..]);
}
