using System.Buffers.Binary;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>Reads from a 64-bit Linux library which other libraries it asks the loader for.</summary>
static class ElfFile
{
    const int ProgramHeaderSize = 56;
    const int Dynamic = 2;

    /// <summary>ELF, 64 bits, little-endian.</summary>
    static ReadOnlySpan<byte> Magic => [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1];

    /// <summary>The names behind the DT_NEEDED entries, in order; empty for anything that is not a 64-bit little-endian ELF file.</summary>
    public static IReadOnlyList<string> Needed(string path)
    {
        using var file = File.OpenRead(path);
        byte[] header = Read(file, 0, 64);
        if (!header.AsSpan(0, 6).SequenceEqual(Magic)) return [];
        int segments = BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(56));
        byte[] table = Read(file, Word(header, 32), segments * ProgramHeaderSize);
        return Names(file, table);
    }

    static List<string> Names(FileStream file, byte[] segments)
    {
        var entries = new List<(long Tag, long Value)>();
        for (int at = 0; at < segments.Length; at += ProgramHeaderSize)
        {
            if (BinaryPrimitives.ReadInt32LittleEndian(segments.AsSpan(at)) != Dynamic) continue;
            byte[] dynamic = Read(file, Word(segments, at + 8), (int)Word(segments, at + 32));
            for (int entry = 0; entry < dynamic.Length; entry += 16) entries.Add((Word(dynamic, entry), Word(dynamic, entry + 8)));
        }

        long strings = entries.Find(entry => entry.Tag == 5).Value;
        int length = (int)entries.Find(entry => entry.Tag == 10).Value;
        byte[] text = Read(file, FileOffset(segments, strings), length);
        return [.. entries.Where(entry => entry.Tag == 1).Select(entry => Text(text.AsSpan((int)entry.Value)))];
    }

    /// <summary>Where an address of the loaded library lies in the file.</summary>
    static long FileOffset(byte[] segments, long address)
    {
        for (int at = 0; at < segments.Length; at += ProgramHeaderSize)
        {
            long start = Word(segments, at + 16), size = Word(segments, at + 32);
            bool loaded = BinaryPrimitives.ReadInt32LittleEndian(segments.AsSpan(at)) == 1;
            if (loaded && address >= start && address < start + size) return address - start + Word(segments, at + 8);
        }

        return 0;
    }

    static string Text(ReadOnlySpan<byte> bytes) => Encoding.ASCII.GetString(bytes[..bytes.IndexOf((byte)0)]);

    static long Word(byte[] bytes, int at) => BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(at));

    static byte[] Read(FileStream file, long offset, int count)
    {
        var bytes = new byte[count];
        file.Position = offset;
        file.ReadExactly(bytes);
        return bytes;
    }
}
