using System.Buffers.Binary;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What stands in front of the numbers of an .npy file: their type and byte order, their shape, and which axis lies contiguous.</summary>
/// <remarks>The format is numpy's: the bytes 93 'NUMPY', a version, a length, and a Python dictionary in text, padded to 64 bytes.</remarks>
public sealed record NpyHeader(ElementType Type, IReadOnlyList<int> Shape, bool FirstAxisContiguous = false, bool IsBigEndian = false)
{
    const int LongestText = 1 << 16;

    static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>How many bytes of numbers follow the header.</summary>
    public long ByteLength => NdArray.Count([.. Shape]) * Type.Size();

    /// <summary>Reads versions 1, 2 and 3 and leaves the stream at the first number.</summary>
    /// <exception cref="SpikeDataException">SPIKE460: this is no .npy file. SPIKE461: a type that is not read. SPIKE462: more than a file can hold.</exception>
    public static NpyHeader Read(Stream stream)
    {
        Span<byte> start = stackalloc byte[8];
        if (stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) < start.Length || !start.StartsWith(Magic))
            throw Malformed("it does not begin with the bytes 93 'NUMPY'");
        int version = start[6];
        if (version is < 1 or > 3) throw Malformed($"its version is {version}; 1, 2 and 3 are known");

        Span<byte> size = stackalloc byte[4];
        size.Clear();
        Fill(stream, version == 1 ? size[..2] : size);
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(size);
        if (length > LongestText) throw Malformed($"its header claims {length} bytes; {LongestText} are plenty");
        byte[] text = new byte[length];
        Fill(stream, text);
        return NpyHeaderText.Parse((version == 3 ? Encoding.UTF8 : Encoding.Latin1).GetString(text));
    }

    /// <summary>Writes version 1, in the bytes numpy writes.</summary>
    public void Write(Stream stream)
    {
        string sides = string.Join(", ", Shape) + (Shape.Count == 1 ? "," : "");
        string text = $"{{'descr': '{Type.Descr(IsBigEndian)}', 'fortran_order': {(FirstAxisContiguous ? "True" : "False")}, 'shape': ({sides}), }}";
        const int Prefix = 10;
        int padded = (Prefix + text.Length + 1 + 63) / 64 * 64 - Prefix;
        stream.Write(Magic);
        stream.Write([1, 0, (byte)padded, (byte)(padded >> 8)]);
        stream.Write(Encoding.ASCII.GetBytes(text.PadRight(padded - 1) + '\n'));
    }

    internal static SpikeDataException Malformed(string why) =>
        new("SPIKE460", $"This is not an .npy array: {why}. Save it in Python with numpy.save(path, array).");

    static void Fill(Stream stream, Span<byte> target)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length) throw Malformed("it ends inside its header");
    }
}
