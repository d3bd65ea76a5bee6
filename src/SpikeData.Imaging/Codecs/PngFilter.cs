using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace SpikeData.Imaging;

/// <summary>The five ways in which a row of a PNG of three bytes per pixel is predicted from what lies left of it and above.</summary>
/// <remarks>Marked to be optimized at once: a clip would be over before the runtime got to it.</remarks>
static class PngFilter
{
    const int Pixel = 3;

    /// <summary>Where each byte of five pixels goes when red and blue change places.</summary>
    static Vector128<byte> Swapped => Vector128.Create((byte)2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 15);

    /// <summary>Bytes behind a row that are read or written with its last ones.</summary>
    public const int Slack = 16;

    /// <summary>Adds the prediction to what was stored; false for a filter that does not exist.</summary>
    /// <remarks>Every color is predicted from itself, so that their order may be changed before.</remarks>
    /// <param name="filter">0 none, 1 sub, 2 up, 3 average, 4 Paeth.</param>
    /// <param name="stored">The row as stored: red, green, blue. All rows reach a few bytes further than they are long.</param>
    /// <param name="above">The row above, zeros for the first one: blue, green, red.</param>
    /// <param name="row">Receives the row: blue, green, red.</param>
    /// <param name="spare">A row to work in.</param>
    /// <param name="length">Bytes of a row.</param>
    public static bool TryUndo(byte filter, ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row, Span<byte> spare, int length)
    {
        if (filter == 2)
        {
            Up(stored, above, row, length);
            return true;
        }

        SwapColors(stored[..length], spare[..length]);
        switch (filter)
        {
            case 0: spare[..length].CopyTo(row); break;
            case 1: Sub(spare, row, length); break;
            case 3: Average(spare, above, row, length); break;
            case 4: Paeth(spare, above, row, length); break;
            default: return false;
        }

        return true;
    }

    /// <summary>Red, green, blue to blue, green, red, or back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SwapColors(ReadOnlySpan<byte> pixels, Span<byte> swapped)
    {
        ref byte from = ref MemoryMarshal.GetReference(pixels), to = ref MemoryMarshal.GetReference(swapped);
        int at = 0, last = Math.Min(pixels.Length, swapped.Length) - Vector128<byte>.Count;
        // Each step writes one byte too many, which the next one writes again.
        for (; at <= last; at += 5 * Pixel) Vector128.ShuffleNative(Vector128.LoadUnsafe(ref from, (nuint)at), Swapped).StoreUnsafe(ref to, (nuint)at);
        for (; at < swapped.Length; at += Pixel) (swapped[at], swapped[at + 1], swapped[at + 2]) = (pixels[at + 2], pixels[at + 1], pixels[at]);
    }

    /// <summary>Stores every row as its difference from the one above, the first one as it is.</summary>
    /// <param name="pixels">The rows, blue, green, red or gray.</param>
    /// <param name="stored">Receives the rows, red, green, blue or gray, each behind a byte that names the filter.</param>
    /// <param name="rowBytes">Bytes of a row.</param>
    /// <param name="channels">3 for color, 1 for gray.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Up(ReadOnlySpan<byte> pixels, Span<byte> stored, int rowBytes, int channels)
    {
        byte[] above = new byte[rowBytes], row = new byte[rowBytes];
        for (; pixels.Length > 0; pixels = pixels[rowBytes..], stored = stored[(1 + rowBytes)..])
        {
            if (channels == Pixel) SwapColors(pixels[..rowBytes], row);
            else pixels[..rowBytes].CopyTo(row);
            stored[0] = 2;
            Subtract(row, above, stored[1..]);
            (above, row) = (row, above);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Subtract(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, Span<byte> difference)
    {
        int at = 0;
        for (; at + Vector<byte>.Count <= row.Length; at += Vector<byte>.Count) (new Vector<byte>(row[at..]) - new Vector<byte>(above[at..])).CopyTo(difference[at..]);
        for (; at < row.Length; at++) difference[at] = (byte)(row[at] - above[at]);
    }

    /// <summary>Running sums of five pixels at a time: each adds the one before, then two before, then four before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Sub(ReadOnlySpan<byte> stored, Span<byte> row, int length)
    {
        const byte No = 255;
        ref byte from = ref MemoryMarshal.GetReference(stored), to = ref MemoryMarshal.GetReference(row);
        Vector128<byte> before = default;
        for (int at = 0; at < length; at += 5 * Pixel)
        {
            Vector128<byte> sums = Vector128.LoadUnsafe(ref from, (nuint)at);
            sums += Vector128.Shuffle(sums, Vector128.Create(No, No, No, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, No));
            sums += Vector128.Shuffle(sums, Vector128.Create(No, No, No, No, No, No, 0, 1, 2, 3, 4, 5, 6, 7, 8, No));
            sums += Vector128.Shuffle(sums, Vector128.Create(No, No, No, No, No, No, No, No, No, No, No, No, 0, 1, 2, No));
            sums += before;
            before = Vector128.Shuffle(sums, Vector128.Create((byte)12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, 12, 13, 14, No));
            sums.StoreUnsafe(ref to, (nuint)at);
        }
    }

    /// <summary>The usual filter of fast encoders, so that the order of the colors is changed on the way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static void Up(ReadOnlySpan<byte> stored, ReadOnlySpan<byte> above, Span<byte> row, int length)
    {
        ref byte from = ref MemoryMarshal.GetReference(stored), over = ref MemoryMarshal.GetReference(above), to = ref MemoryMarshal.GetReference(row);
        for (int at = 0; at < length; at += 5 * Pixel)
            (Vector128.ShuffleNative(Vector128.LoadUnsafe(ref from, (nuint)at), Swapped) + Vector128.LoadUnsafe(ref over, (nuint)at)).StoreUnsafe(ref to, (nuint)at);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
