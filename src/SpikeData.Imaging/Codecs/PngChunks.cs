using System.Buffers;
using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>The chunks of a PNG file that pixels come from.</summary>
/// <param name="Data">Where the compressed pixels lie.</param>
/// <param name="Palette">Where the palette lies; empty where there is none.</param>
/// <param name="IsPlain">Whether no other chunk says anything about pixels.</param>
sealed record PngChunks(List<Range> Data, Range Palette, bool IsPlain)
{
    const int Signature = 8, ChunkFrame = 12, IsAncillary = 0x20;

    /// <summary>Chunks that say nothing about how pixels are decoded.</summary>
    static readonly SearchValues<string> Harmless = SearchValues.Create(["pHYs", "tEXt", "zTXt", "iTXt", "tIME", "sRGB", "gAMA", "cHRM"], StringComparison.Ordinal);

    /// <summary>Walks over the chunks; null when one is cut short, has another checksum, or is needed and not known.</summary>
    public static PngChunks? Read(ReadOnlySpan<byte> file)
    {
        (List<Range> data, Range palette, bool isPlain) = ([], default, true);
        for (int at = Signature; file.Length - at >= ChunkFrame;)
        {
            uint length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - ChunkFrame) return null;
            int end = at + 8 + (int)length;
            ReadOnlySpan<byte> type = file.Slice(at + 4, 4);
            if (Crc32.Of(file[(at + 4)..end]) != BinaryPrimitives.ReadUInt32BigEndian(file[end..])) return null;
            if (type.SequenceEqual("IEND"u8)) return new(data, palette, isPlain);
            if (type.SequenceEqual("IDAT"u8)) data.Add((at + 8)..end);
            else if (type.SequenceEqual("PLTE"u8)) (palette, isPlain) = ((at + 8)..end, false);
            else if (at > Signature && !Harmless.Contains(System.Text.Encoding.Latin1.GetString(type)))
            {
                if ((type[0] & IsAncillary) == 0) return null;
                isPlain = false;
            }

            at = end + 4;
        }

        return null;
    }

    /// <summary>Puts the parts of the compressed pixels together; returns their length.</summary>
    public int Gather(ReadOnlySpan<byte> file, Span<byte> compressed)
    {
        int length = 0;
        foreach (Range part in Data)
        {
            file[part].CopyTo(compressed[length..]);
            length += file[part].Length;
        }

        return length;
    }
}
