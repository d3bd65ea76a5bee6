using System.Runtime.InteropServices;

namespace SpikeData.Imaging;

/// <summary>Turns bytes 0 and 1 into bits and back, eight at a time, the first in the least significant bit.</summary>
static class SpikeBits
{
    const ulong Ones = 0x0101010101010101, Gather = 0x0102040810204080;
    static readonly ulong[] Spread = BuildSpread();

    /// <summary>Packs the pixels of one frame; what is left of the last byte is zero.</summary>
    /// <returns>Whether every byte was 0 or 1.</returns>
    public static bool TryPack(ReadOnlySpan<byte> spikes, Span<byte> packed)
    {
        int whole = spikes.Length / 8;
        ulong all = 0;
        ReadOnlySpan<ulong> eights = MemoryMarshal.Cast<byte, ulong>(spikes[..(whole * 8)]);
        for (int i = 0; i < eights.Length; i++)
        {
            all |= eights[i];
            packed[i] = (byte)((eights[i] * Gather) >> 56);
        }

        if (whole * 8 == spikes.Length) return (all & ~Ones) == 0;
        int last = 0;
        for (int i = whole * 8; i < spikes.Length; i++)
        {
            all |= spikes[i];
            last |= (spikes[i] & 1) << (i & 7);
        }

        packed[whole] = (byte)last;
        return (all & ~Ones) == 0;
    }

    /// <summary>Unpacks as many bits as there is room for.</summary>
    public static void Unpack(ReadOnlySpan<byte> packed, Span<byte> spikes)
    {
        int whole = spikes.Length / 8;
        Span<ulong> eights = MemoryMarshal.Cast<byte, ulong>(spikes[..(whole * 8)]);
        for (int i = 0; i < eights.Length; i++) eights[i] = Spread[packed[i]];
        for (int i = whole * 8; i < spikes.Length; i++) spikes[i] = (byte)(packed[whole] >> (i & 7) & 1);
    }

    /// <summary>Turns the bits of each byte around.</summary>
    public static void TurnBytes(Span<byte> packed)
    {
        foreach (ref byte eight in packed) eight = (byte)((eight * 0x0202020202UL & 0x010884422010UL) % 1023);
    }

    static ulong[] BuildSpread()
    {
        ulong[] table = new ulong[256];
        for (int value = 0; value < table.Length; value++)
            for (int bit = 0; bit < 8; bit++) table[value] |= (ulong)(value >> bit & 1) << (8 * bit);
        return table;
    }
}
