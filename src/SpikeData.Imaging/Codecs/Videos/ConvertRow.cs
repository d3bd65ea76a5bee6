using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SpikeData.Imaging;

/// <summary>Turns one row of luma and chroma into blue, green and red: integers only, so every machine gives the same bytes.</summary>
/// <remarks>Chroma is taken linearly between its samples, never rounded before the end.</remarks>
sealed class ConvertRow
{
    const int Lanes = 8;

    readonly ColorEquation equation;
    readonly int subsampling, first;
    readonly Vector256<int> before, after, nearBefore, nearAfter;

    public ConvertRow(ColorEquation equation, ChromaPosition across)
    {
        (this.equation, subsampling) = (equation, across.Subsampling);
        // Without subsampling the eight samples fill a vector; the one before the first is not needed.
        first = subsampling == 0 ? 1 : 0;
        Span<int> indices = stackalloc int[Lanes], weights = stackalloc int[Lanes];
        for (int lane = 0; lane < Lanes; lane++) (indices[lane], weights[lane]) = (across.Of(lane).Before + 1 - first, across.Of(lane).Eighths);
        before = Vector256.Create<int>(indices);
        after = Vector256.Min(before + Vector256<int>.One, Vector256.Create(Lanes - 1));
        nearAfter = Vector256.Create<int>(weights);
        nearBefore = Vector256.Create(ChromaPosition.Parts) - nearAfter;
    }

    /// <summary>How many chroma samples a row must have room for: one before the first, and as many after the last as a vector may reach.</summary>
    public static int Room(int samples) => samples + 1 + (2 * Lanes);

    /// <summary>How many luma samples a row must have room for.</summary>
    public static int LumaRoom(int samples) => samples + Lanes;

    /// <summary>How many bytes a row must have room for.</summary>
    public static int ByteRoom(int pixels) => 3 * (pixels + (2 * Lanes));

    /// <param name="luma">Samples; <see cref="LumaRoom"/> of them.</param>
    /// <param name="u">Samples in eighths, from index 1 on; <see cref="Room"/> of them.</param>
    /// <param name="v">Likewise.</param>
    /// <param name="bgr">Receives the pixels; <see cref="ByteRoom"/> of them.</param>
    /// <param name="width">How many pixels.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Execute(ReadOnlySpan<ushort> luma, ReadOnlySpan<int> u, ReadOnlySpan<int> v, Span<byte> bgr, int width)
    {
        ColorEquation k = equation;
        Vector256<int> low = Vector256<int>.Zero, high = Vector256.Create(255);
        Vector128<byte> order = Vector128.Create((byte)0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 3, 7, 11, 15);
        for (int x = 0; x < width; x += Lanes)
        {
            int chroma = (x >> subsampling) + first;
            Vector256<int> us = Between(u.Slice(chroma, Lanes)), vs = Between(v.Slice(chroma, Lanes));
            Vector256<int> light = Vector256.WidenLower(Vector128.Create(luma.Slice(x, Lanes)).ToVector256Unsafe()).AsInt32() * k.Luma;
            Vector256<int> red = (light + (vs * k.RedOfV) + Vector256.Create(k.Red)) >> ColorEquation.Shift;
            Vector256<int> green = (light + (us * k.GreenOfU) + (vs * k.GreenOfV) + Vector256.Create(k.Green)) >> ColorEquation.Shift;
            Vector256<int> blue = (light + (us * k.BlueOfU) + Vector256.Create(k.Blue)) >> ColorEquation.Shift;
            red = Vector256.Min(Vector256.Max(red, low), high);
            green = Vector256.Min(Vector256.Max(green, low), high);
            blue = Vector256.Min(Vector256.Max(blue, low), high);
            Vector256<byte> pixels = (blue | (green << 8) | (red << 16)).AsByte();
            Span<byte> target = bgr.Slice(3 * x, 28);
            // Twelve of sixteen bytes count; the next store, or the end of the row, takes the others back.
            Vector128.Shuffle(pixels.GetLower(), order).CopyTo(target);
            Vector128.Shuffle(pixels.GetUpper(), order).CopyTo(target[12..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    Vector256<int> Between(ReadOnlySpan<int> samples)
    {
        Vector256<int> eighths = Vector256.Create(samples);
        return (Vector256.Shuffle(eighths, before) * nearBefore) + (Vector256.Shuffle(eighths, after) * nearAfter);
    }
}
