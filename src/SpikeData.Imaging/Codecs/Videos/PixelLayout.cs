using System.Buffers.Binary;
using System.Numerics;

namespace SpikeData.Imaging;

/// <summary>Where the samples of a decoded frame lie, as FFmpeg describes a pixel format.</summary>
sealed unsafe class PixelLayout
{
    /// <summary>Samples of more bits are rounded to that many.</summary>
    public const int MostBits = 12;

    const long BigEndian = 1, Palette = 2, Bitstream = 4, Hardware = 8, Rgb = 32, Alpha = 128, Bayer = 256, Float = 512, Xyz = 1024;

    readonly long flags;
    readonly Component[] components;

    PixelLayout(nint description, string name)
    {
        Name = name;
        (ChromaAcross, ChromaDown, flags) = (*(byte*)(description + 9), *(byte*)(description + 10), *(long*)(description + 16));
        components = [.. Enumerable.Range(0, *(byte*)(description + 8)).Select(index => ((Component*)(description + 24))[index])];
    }

    /// <summary>FFmpeg's name, such as yuv420p10le.</summary>
    public string Name { get; }

    /// <summary>Whether samples are red, green and blue already.</summary>
    public bool IsRgb => (flags & Rgb) != 0;

    public bool HasPalette => (flags & Palette) != 0;

    public bool HasAlpha => (flags & Alpha) != 0 && !HasPalette;

    public bool IsGray => components.Length < 3;

    /// <summary>Whether FFmpeg's own name says that all codes are used.</summary>
    public bool IsFullRange => Name.StartsWith("yuvj", StringComparison.Ordinal);

    /// <summary>The binary logarithm of how many columns share a chroma sample.</summary>
    public int ChromaAcross { get; }

    /// <summary>The binary logarithm of how many rows share a chroma sample.</summary>
    public int ChromaDown { get; }

    /// <summary>Bits of a sample as stored.</summary>
    public int Bits => components.Max(component => component.Depth);

    /// <summary>Bits of a sample as read.</summary>
    public int Depth => Math.Min(Bits, MostBits);

    /// <summary>The layout of a pixel format; null where its samples are none that can be read one by one.</summary>
    public static PixelLayout? Of(int format)
    {
        nint description = FfmpegLibrary.DescribePixels(format);
        if (description == 0 || FfmpegLibrary.NameOfPixels(format) is not { } name) return null;
        var layout = new PixelLayout(description, name);
        bool plain = (layout.flags & (Bitstream | Hardware | Bayer | Float | Xyz)) == 0 && layout.Bits is <= 16;
        bool even = layout.IsRgb || layout.HasPalette
            || layout.components.Take(layout.IsGray ? 1 : 3).All(component => component.Depth == layout.Bits && component.Depth >= 8);
        return plain && even ? layout : null;
    }

    /// <summary>Reads one row of one component, rounded to <see cref="Depth"/> bits; those of red, green and blue to 8.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="index">0 luma or red, 1 U or green, 2 V or blue.</param>
    /// <param name="row">Counted in rows of this component.</param>
    /// <param name="samples">Receives as many as it has room for.</param>
    public void Read(FrameView frame, int index, int row, Span<ushort> samples)
    {
        Component component = components[index];
        byte* at = (byte*)frame.Plane(component.Plane) + ((long)row * frame.Stride(component.Plane)) + component.Offset;
        bool isByte = component.Shift + component.Depth <= 8;
        if (component is { Step: 1, Depth: 8, Shift: 0 })
        {
            Widen(new(at, samples.Length), samples);
        }
        else if (isByte)
        {
            ReadBytes(at + ((flags & BigEndian) != 0 ? 1 : 0), component, samples);
        }
        else
        {
            ReadWords(at, component, samples);
        }

        if (IsRgb && component.Depth != 8) ScaleToByte(samples, component.Depth);
        else if (!IsRgb && component.Depth > MostBits) Round(samples, component.Depth - MostBits);
    }

    static void Widen(ReadOnlySpan<byte> bytes, Span<ushort> samples)
    {
        int i = 0;
        for (; i + Vector<byte>.Count <= bytes.Length; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(bytes[i..]), out Vector<ushort> first, out Vector<ushort> second);
            first.CopyTo(samples[i..]);
            second.CopyTo(samples[(i + Vector<ushort>.Count)..]);
        }

        for (; i < bytes.Length; i++) samples[i] = bytes[i];
    }

    static void ReadBytes(byte* at, Component component, Span<ushort> samples)
    {
        (int mask, int shift, int step) = ((1 << component.Depth) - 1, component.Shift, component.Step);
        for (int i = 0; i < samples.Length; i++, at += step) samples[i] = (ushort)((*at >> shift) & mask);
    }

    void ReadWords(byte* at, Component component, Span<ushort> samples)
    {
        (int mask, int shift, int step) = ((1 << component.Depth) - 1, component.Shift, component.Step);
        bool swap = ((flags & BigEndian) != 0) == BitConverter.IsLittleEndian;
        for (int i = 0; i < samples.Length; i++, at += step)
        {
            ushort word = *(ushort*)at;
            samples[i] = (ushort)(((swap ? BinaryPrimitives.ReverseEndianness(word) : word) >> shift) & mask);
        }
    }

    static void ScaleToByte(Span<ushort> samples, int depth)
    {
        int most = (1 << depth) - 1;
        for (int i = 0; i < samples.Length; i++) samples[i] = (ushort)(((samples[i] * 510) + most) / (2 * most));
    }

    static void Round(Span<ushort> samples, int bits)
    {
        for (int i = 0; i < samples.Length; i++) samples[i] = (ushort)Math.Min((samples[i] + (1 << (bits - 1))) >> bits, (1 << MostBits) - 1);
    }

    /// <summary>An AVComponentDescriptor: which plane, bytes from sample to sample, bytes before the first, bits to drop and to keep.</summary>
    readonly record struct Component(int Plane, int Step, int Offset, int Shift, int Depth);
}
