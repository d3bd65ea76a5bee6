using System.Buffers.Binary;
using OpenCvSharp;

namespace SpikeData.Imaging;

/// <summary>How a camera was held, as its pictures say it (Exif 2.32, tag 0x0112): which row and column of the stored pixels are the top and the left.</summary>
static class Orientation
{
    public const int Upright = 1;

    const int Transposed = 5, Largest = 8, Tag = 0x0112, TypeShort = 3, EntryBytes = 12;

    /// <summary>Reads it from Exif data, which are a TIFF header and its entries; upright where they do not say it.</summary>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        bool isBig = exif.StartsWith("MM\0*"u8);
        if (!isBig && !exif.StartsWith("II*\0"u8)) return Upright;
        long at = exif.Length < 8 ? exif.Length : Big(exif[4..], 4);
        if (at + 2 > exif.Length) return Upright;
        int entries = (int)Big(exif[(int)at..], 2);
        for (at += 2; entries > 0 && at + EntryBytes <= exif.Length; entries--, at += EntryBytes)
        {
            ReadOnlySpan<byte> entry = exif.Slice((int)at, EntryBytes);
            if (Big(entry, 2) != Tag) continue;
            return Big(entry[2..], 2) == TypeShort && Big(entry[8..], 2) is >= Upright and <= Largest and var found ? (int)found : Upright;
        }

        return Upright;

        uint Big(ReadOnlySpan<byte> bytes, int count) => count == 2
            ? isBig ? BinaryPrimitives.ReadUInt16BigEndian(bytes) : BinaryPrimitives.ReadUInt16LittleEndian(bytes)
            : isBig ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    /// <summary>Whether rows are stored as columns.</summary>
    public static bool Turns(int orientation) => orientation >= Transposed;

    /// <summary>Turns and mirrors a picture so that its top is above.</summary>
    public static void Apply(int orientation, Mat picture)
    {
        if (Turns(orientation)) Cv2.Transpose(picture, picture);
        FlipMode? flip = orientation switch
        {
            2 or 6 => FlipMode.Y,
            3 or 7 => FlipMode.XY,
            4 or 8 => FlipMode.X,
            _ => null,
        };
        if (flip is { } mode) Cv2.Flip(picture, picture, mode);
    }
}
