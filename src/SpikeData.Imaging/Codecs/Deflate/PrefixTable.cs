using System.Runtime.CompilerServices;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Imaging;

/// <summary>Turns the next bits of deflated data into what they stand for, several literals at a time where their codes are short.</summary>
/// <remarks>
/// An entry says how many bits it takes (6 bits) and how many literals it holds (2 bits). Up to three literals follow, or else the number of
/// extra bits (4) and the first length or distance of the symbol's range (15). The entry of a code that is longer than the table is 0.
/// </remarks>
/// <param name="bits">How many bits the table looks at.</param>
/// <param name="meanings">What each symbol stands for: an entry that takes no bits.</param>
sealed class PrefixTable(int bits, uint[] meanings)
{
    const int TakenMask = 63, CountShift = 6, CountMask = 3 << CountShift, ExtraShift = 8, FirstShift = 12, MostLiterals = 3;

    readonly uint[] entries = new uint[1 << bits];
    readonly ushort[] sorted = new ushort[meanings.Length];
    readonly int[] count = new int[DeflateSymbols.LongestCode + 1], next = new int[DeflateSymbols.LongestCode + 1];

    /// <summary>One entry for each value of the next bits.</summary>
    public ReadOnlySpan<uint> Entries => entries;

    public static uint Literal(int value) => (1u << CountShift) | ((uint)value << ExtraShift);

    public static uint Range(int first, int extraBits) => ((uint)extraBits << ExtraShift) | ((uint)first << FirstShift);

    public static int Taken(uint entry) => (int)(entry & TakenMask);

    public static bool IsLiteral(uint entry) => (entry & CountMask) != 0;

    public static int CountOf(uint entry) => (int)(entry & CountMask) >> CountShift;

    public static uint LiteralsOf(uint entry) => entry >> ExtraShift;

    public static int ExtraBits(uint entry) => (int)(entry >> ExtraShift) & 15;

    public static int First(uint entry) => (int)(entry >> FirstShift);

    /// <summary>Takes over a code; false when it is none: too many codes, or too few unless there is but one.</summary>
    /// <param name="lengths">How many bits the code of each symbol has; 0 for a symbol that does not occur.</param>
    [MethodImpl(AggressiveOptimization)]
    public bool TryBuild(ReadOnlySpan<byte> lengths)
    {
        Array.Clear(count);
        foreach (byte length in lengths) count[length]++;
        int used = lengths.Length - count[0], space = 1 << DeflateSymbols.LongestCode;
        count[0] = 0;
        for (int length = 1, code = 0, place = 0; length < count.Length; length++)
        {
            space -= count[length] << (DeflateSymbols.LongestCode - length);
            next[length] = place;
            place += count[length];
            code <<= 1;
        }

        if (space < 0 || (space > 0 && (used > 1 || (used == 1 && count[1] == 0)))) return false;
        for (int symbol = 0; symbol < lengths.Length; symbol++)
        {
            if (lengths[symbol] != 0) sorted[next[lengths[symbol]]++] = (ushort)symbol;
        }

        Fill();
        return true;
    }

    /// <summary>Reads a code of any length bit by bit; false when there is no such code.</summary>
    [MethodImpl(AggressiveOptimization)]
    public bool TryRead(ulong following, out uint entry)
    {
        int code = 0, first = 0, place = 0;
        for (int length = 1; length < count.Length; length++)
        {
            code |= (int)(following & 1);
            following >>= 1;
            if (code - first < count[length])
            {
                entry = meanings[sorted[place + code - first]] | (uint)length;
                return true;
            }

            place += count[length];
            first = (first + count[length]) << 1;
            code <<= 1;
        }

        entry = 0;
        return false;
    }

    /// <summary>Codes are stored from their first bit on, so that of each length every 2^length-th entry belongs to one code.</summary>
    [MethodImpl(AggressiveOptimization)]
    void Fill()
    {
        Array.Clear(entries);
        int code = 0, place = 0;
        for (int length = 1; length <= bits; length++, code <<= 1)
        for (int left = count[length]; left > 0; left--, code++)
        {
            uint entry = meanings[sorted[place++]] | (uint)length;
            for (int at = Reverse(code, length); at < entries.Length; at += 1 << length) entries[at] = entry;
        }

        if (!HasShortLiterals()) return;
        // From the last entry on, since each looks at ones before it, which must still be single.
        for (int at = entries.Length - 1; at >= 0; at--) entries[at] = Together(at);
    }

    /// <summary>Whether a fourth of the codes that will be read, or more, are of literals two of which fit into an entry; otherwise looking for pairs does not pay.</summary>
    [MethodImpl(AggressiveOptimization)]
    bool HasShortLiterals()
    {
        int share = 0, place = 0;
        for (int length = 1; length <= bits / 2; length++)
        for (int left = count[length]; left > 0; left--)
        {
            if (IsLiteral(meanings[sorted[place++]])) share += 1 << (bits - length);
        }

        return share >= entries.Length / 4;
    }

    /// <summary>The literals that the bits of one entry hold one after another.</summary>
    [MethodImpl(AggressiveInlining)]
    uint Together(int at)
    {
        uint all = entries[at];
        if (!IsLiteral(all)) return all;
        for (int literals = 1; literals < MostLiterals; literals++)
        {
            uint following = entries[at >> Taken(all)];
            if (!IsLiteral(following) || Taken(all) + Taken(following) > bits) break;
            all = ((all + (1u << CountShift)) | ((following >> ExtraShift) << (ExtraShift + (8 * literals)))) + (uint)Taken(following);
        }

        return all;
    }

    [MethodImpl(AggressiveInlining)]
    static int Reverse(int code, int length)
    {
        int reversed = 0;
        for (int bit = 0; bit < length; bit++) reversed |= ((code >> bit) & 1) << (length - 1 - bit);
        return reversed;
    }
}
