using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>The check sum of zip archives and PNG pictures: the polynomial EDB88320, as ISO 3309 has it.</summary>
struct Crc32()
{
    const int Slices = 8;

    /// <summary>Of slice s, what a byte adds that s more bytes follow.</summary>
    static readonly uint[][] Tables = BuildTables();
    uint state = ~0u;

    public readonly uint Value => ~state;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        Crc32 sum = new();
        sum.Add(bytes);
        return sum.Value;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Add(ReadOnlySpan<byte> bytes)
    {
        uint sum = state;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..]) sum = AddSlices(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte next in bytes) sum = Tables[0][(byte)(sum ^ next)] ^ (sum >> 8);
        state = sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    static uint AddSlices(uint sum, ulong bytes)
    {
        ulong mixed = bytes ^ sum;
        return Tables[7][(byte)mixed] ^ Tables[6][(byte)(mixed >> 8)] ^ Tables[5][(byte)(mixed >> 16)] ^ Tables[4][(byte)(mixed >> 24)]
            ^ Tables[3][(byte)(mixed >> 32)] ^ Tables[2][(byte)(mixed >> 40)] ^ Tables[1][(byte)(mixed >> 48)] ^ Tables[0][(byte)(mixed >> 56)];
    }

    static uint[][] BuildTables()
    {
        uint[][] tables = [.. Enumerable.Range(0, Slices).Select(_ => new uint[256])];
        for (uint index = 0; index < 256; index++)
        {
            uint entry = index;
            for (int bit = 0; bit < 8; bit++) entry = (entry & 1) == 0 ? entry >> 1 : (entry >> 1) ^ 0xEDB88320;
            tables[0][index] = entry;
        }

        for (int slice = 1; slice < Slices; slice++)
        for (int index = 0; index < 256; index++)
            tables[slice][index] = tables[0][(byte)tables[slice - 1][index]] ^ (tables[slice - 1][index] >> 8);
        return tables;
    }
}
