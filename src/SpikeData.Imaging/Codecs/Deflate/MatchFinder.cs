using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>Finds bytes that were there before: at each place the latest one with the same eight bytes, if it was noted.</summary>
/// <remarks>Shorter matches do not pay in pictures, whose bytes take three or four bits each, and make them slow to decode. Where nothing matches for long, places are skipped.</remarks>
sealed class MatchFinder
{
    const int Shortest = sizeof(ulong), HashBits = 15, PatienceBits = 6;

    readonly int[] latest = new int[1 << HashBits];

    public MatchFinder() => Array.Fill(latest, -DeflateSymbols.FarthestMatch - 1);

    /// <summary>The next match at or after a place; its place is the end of the data when there is none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (int At, int Distance, int Length) Next(ReadOnlySpan<byte> data, int at)
    {
        int first = at;
        for (; at <= data.Length - Shortest; at += 1 + ((at - first) >> PatienceBits))
        {
            ulong bytes = BinaryPrimitives.ReadUInt64LittleEndian(data[at..]);
            ref int slot = ref latest[(int)((bytes * 0x9E3779B97F4A7C15) >> (64 - HashBits))];
            int before = slot;
            slot = at;
            if (at - before > DeflateSymbols.FarthestMatch || BinaryPrimitives.ReadUInt64LittleEndian(data[before..]) != bytes) continue;
            int most = Math.Min(DeflateSymbols.LongestMatch, data.Length - at);
            return (at, at - before, Shortest + data.Slice(at + Shortest, most - Shortest).CommonPrefixLength(data[(before + Shortest)..]));
        }

        return (data.Length, 0, 0);
    }
}
