using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeData.Imaging;

/// <summary>The five ways in which a row of a PNG of three bytes per pixel is predicted from what lies left of it and above.</summary>
static class PngFilter
{
    const int Pixel = 3;

    /// <summary>Adds the prediction to what was stored; false for a filter that does not exist.</summary>
    /// <param name="filter">0 none, 1 sub, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="stored">The row as stored. All rows reach a few bytes further than they are long.</param>
    /// <param name="above">The row above, zeros for the first one.</param>
    /// <param name="row">Receives the row.</param>
    /// <param name="length">Bytes of a row.</param>
    public static bool TryUndo(byte filter, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row, int length)
    {
        switch (filter)
        {
            case 0: stored[..length].CopyTo(row); break;
            case 1: Sub(stored, row, length); break;
            case 2: Up(stored[..length], above[..length], row); break;
            case 3: Average(stored, above, row, length); break;
            case 4: Paeth(stored, above, row, length); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Red, green, blue to blue, green, red.</summary>
    public static void SwapColors(ReadOnlySpan<byte> rgb, Span<byte> bgr)
    {
        Vector128<byte> order = Vector128.Create((byte)2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 15);
        int at = 0;
        // Each step writes one byte too many, which the next one writes again.
        for (; at + Vector128<byte>.Count <= bgr.Length; at += 5 * Pixel) Vector128.Shuffle(Vector128.Create(rgb[at..]), order).CopyTo(bgr[at..]);
        for (; at < bgr.Length; at += Pixel) (bgr[at], bgr[at + 1], bgr[at + 2]) = (rgb[at + 2], rgb[at + 1], rgb[at]);
    }

    static void Sub(ReadOnlySpan<byte> stored, Span<byte> row, int length)
    {
        byte first = 0, second = 0, third = 0;
        for (int at = 0; at < length; at += Pixel)
        {
            row[at] = first += stored[at];
            row[at + 1] = second += stored[at + 1];
            row[at + 2] = third += stored[at + 2];
        }
    }

    static void Up(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row)
    {
        int at = 0;
        for (; at + Vector<byte>.Count <= stored.Length; at += Vector<byte>.Count) (new Vector<byte>(stored[at..]) + new Vector<byte>(above[at..])).CopyTo(row[at..]);
        for (; at < stored.Length; at++) row[at] = (byte)(stored[at] + above[at]);
    }

    static void Average(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row, int length)
    {
        int first = 0, second = 0, third = 0;
        for (int at = 0; at < length; at += Pixel)
        {
            row[at] = (byte)(first = (byte)(stored[at] + ((first + above[at]) >> 1)));
            row[at + 1] = (byte)(second = (byte)(stored[at + 1] + ((second + above[at + 1]) >> 1)));
            row[at + 2] = (byte)(third = (byte)(stored[at + 2] + ((third + above[at + 2]) >> 1)));
        }
    }

    /// <summary>Of left, above and left above, the one nearest to left + above - left above. One pixel at a time, its channels side by side.</summary>
    static void Paeth(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row, int length)
    {
        Vector128<short> left = default, corner = default;
        for (int at = 0; at < length; at += Pixel)
        {
            Vector128<short> up = Load(above, at);
            Vector128<short> fromLeft = Vector128.Abs(up - corner), fromUp = Vector128.Abs(left - corner), fromCorner = Vector128.Abs(up - corner + left - corner);
            Vector128<short> nearest = Vector128.Min(fromCorner, Vector128.Min(fromLeft, fromUp));
            Vector128<short> prediction = Vector128.ConditionalSelect(
                Vector128.Equals(nearest, fromLeft), left, Vector128.ConditionalSelect(Vector128.Equals(nearest, fromUp), up, corner));
            left = (Load(stored, at) + prediction) & Vector128.Create((short)255);
            corner = up;
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref MemoryMarshal.GetReference(row), at), Vector128.Narrow(left.AsUInt16(), left.AsUInt16()).AsUInt32().ToScalar());
        }
    }

    /// <summary>Three bytes, and one more, as numbers.</summary>
    static Vector128<short> Load(ReadOnlySpan<byte> bytes, int at) => Vector128.WidenLower(
        Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), at))).AsByte()).AsInt16();
}
