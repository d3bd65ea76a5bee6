using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace SpikeData.Imaging;

/// <summary>An empty shared library under a given name: it satisfies the loader and exports nothing.</summary>
/// <remarks>
/// Layout, after the ELF-64 specification: header, three program headers, dynamic section, then an empty symbol table with its
/// hash table and the string table that holds the name. One read-write segment covers the whole file; no page is executable.
/// </remarks>
static class StandIn
{
    const int Symbols = 64 + (3 * 56) + (7 * 16);
    const int Hash = Symbols + 24;
    const int Strings = Hash + 16;
    const int PageSize = 0x1000;

    /// <summary>Writes the library to a file of its own, loads it for the life of the process and removes the file.</summary>
    /// <exception cref="DllNotFoundException">The loader refused it.</exception>
    public static void Load(string name)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("spikedata-");
        try
        {
            string path = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(path, Bytes(name));
            NativeLibrary.Load(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The library file itself, for x86-64 and, by its machine number, for ARM64.</summary>
    public static byte[] Bytes(string name)
    {
        byte[] text = Encoding.ASCII.GetBytes($"\0{name}\0");
        var file = new byte[Strings + text.Length];
        Header(file);
        Segments(file);
        ReadOnlySpan<long> dynamic = [14, 1, 4, Hash, 5, Strings, 6, Symbols, 10, text.Length, 11, 24, 0, 0];
        for (int i = 0; i < dynamic.Length; i++) Long(file, 64 + (3 * 56) + (8 * i), dynamic[i]);
        // One bucket, one symbol (the null symbol), both empty.
        Int(file, Hash, 1);
        Int(file, Hash + 4, 1);
        text.CopyTo(file, Strings);
        return file;
    }

    static void Header(byte[] file)
    {
        Int(file, 0, 0x464c457f);
        Int(file, 4, 0x00010102);
        Int(file, 16, 3 | (RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 183 : 62) << 16);
        Int(file, 20, 1);
        Long(file, 32, 64);
        Int(file, 52, 64 | (56 << 16));
        Int(file, 56, 3);
    }

    static void Segments(byte[] file)
    {
        const int load = 1, dynamic = 2, stack = 0x6474e551, readWrite = 6;
        Segment(file, 0, load, readWrite, 0, file.Length, PageSize);
        Segment(file, 1, dynamic, readWrite, 64 + (3 * 56), 7 * 16, 8);
        Segment(file, 2, stack, readWrite, 0, 0, 16);
    }

    static void Segment(byte[] file, int index, int type, int flags, long offset, long size, long alignment)
    {
        int at = 64 + (56 * index);
        Int(file, at, type);
        Int(file, at + 4, flags);
        ReadOnlySpan<long> words = [offset, offset, offset, size, size, alignment];
        for (int i = 0; i < words.Length; i++) Long(file, at + 8 + (8 * i), words[i]);
    }

    static void Int(byte[] file, int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);

    static void Long(byte[] file, int at, long value) => BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at), value);
}
