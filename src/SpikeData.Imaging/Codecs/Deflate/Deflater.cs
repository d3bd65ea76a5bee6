using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>Compresses pictures quickly, and to the same bytes on every machine, which zlib's fast levels do not promise (RFC 1950, RFC 1951).</summary>
sealed class Deflater
{
    /// <summary>How many literals and matches share a code: many, since every code takes decoders time to prepare.</summary>
    const int BlockTokens = 1 << 16;

    const uint Match = 1u << 31;
    const int Again = 16, FewZeros = 17, ManyZeros = 18;

    static readonly ushort[] LengthSymbols = SymbolsOf(DeflateSymbols.LongestMatch, DeflateSymbols.FirstLength, DeflateSymbols.Literals, DeflateSymbols.LengthOf);
    static readonly ushort[] DistanceSymbols = SymbolsOf(DeflateSymbols.FarthestMatch, 0, DeflateSymbols.Distances, DeflateSymbols.DistanceOf);

    readonly PrefixCode literals = new(DeflateSymbols.Literals, DeflateSymbols.LongestCode), distances = new(DeflateSymbols.Distances, DeflateSymbols.LongestCode);

    /// <summary>A literal, or the bit <see cref="Match"/>, the length in the next 15 and the distance less one in the lower 16.</summary>
    readonly uint[] tokens;
    readonly MatchFinder matches = new();
    BitWriter writer = new();
    int count;

    Deflater(int size) => tokens = new uint[Math.Min(BlockTokens, size + 1)];

    /// <summary>The data as a zlib stream.</summary>
    public static byte[] Encode(ReadOnlySpan<byte> data)
    {
        var deflater = new Deflater(data.Length);
        deflater.writer.Put(0x0178, 16);
        deflater.Compress(data);
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Adler32.Of(data));
        return [.. deflater.writer.Finish(), .. sum];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void Compress(ReadOnlySpan<byte> data)
    {
        for (int at = 0; at < data.Length;)
        {
            (int next, int distance, int length) = matches.Next(data, at);
            for (; at < next; at++)
            {
                literals.Frequencies[data[at]]++;
                Add(data[at]);
            }

            if (length == 0) break;
            literals.Frequencies[LengthSymbols[length]]++;
            distances.Frequencies[DistanceSymbols[distance]]++;
            Add(Match | ((uint)length << 16) | (uint)(distance - 1));
            at += length;
        }

        EndBlock(last: true);
    }

    void Add(uint token)
    {
        tokens[count++] = token;
        if (count == tokens.Length) EndBlock(last: false);
    }

    void EndBlock(bool last)
    {
        const int MostExtraBits = 18, CodeBits = 1 << 13;
        literals.Frequencies[DeflateSymbols.EndOfBlock]++;
        literals.Choose();
        distances.Choose();
        writer.Reserve(literals.Cost() + distances.Cost() + ((long)MostExtraBits * distances.Frequencies.Sum()) + CodeBits);
        writer.Put(last ? 1u : 0, 1);
        writer.Put(2, 2);
        PutCodes();
        PutTokens();
        Array.Clear(literals.Frequencies);
        Array.Clear(distances.Frequencies);
        count = 0;
    }

    /// <summary>Stores the lengths of both codes, compressed by a third one.</summary>
    void PutCodes()
    {
        const int FewestLiterals = 257, FewestDistances = 1, FewestStored = 4;
        int literalCodes = Math.Max(FewestLiterals, Used(literals.Lengths)), distanceCodes = Math.Max(FewestDistances, Used(distances.Lengths));
        List<(int Symbol, int Extra, int ExtraBits)> runs = Runs([.. literals.Lengths[..literalCodes], .. distances.Lengths[..distanceCodes]]);
        var code = new PrefixCode(DeflateSymbols.CodeLengths, DeflateSymbols.LongestCodeOfLengths);
        foreach ((int symbol, _, _) in runs) code.Frequencies[symbol]++;
        code.Choose();
        int stored = DeflateSymbols.CodeLengths;
        while (stored > FewestStored && code.Lengths[DeflateSymbols.StoredOrder[stored - 1]] == 0) stored--;
        writer.Put((uint)(literalCodes - FewestLiterals), 5);
        writer.Put((uint)(distanceCodes - FewestDistances), 5);
        writer.Put((uint)(stored - FewestStored), 4);
        foreach (byte symbol in DeflateSymbols.StoredOrder[..stored]) writer.Put(code.Lengths[symbol], 3);
        foreach ((int symbol, int extra, int extraBits) in runs)
        {
            writer.Put(code.Codes[symbol], code.Lengths[symbol]);
            writer.Put((uint)extra, extraBits);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    void PutTokens()
    {
        BitWriter to = writer;
        ReadOnlySpan<ushort> codes = literals.Codes;
        ReadOnlySpan<byte> lengths = literals.Lengths;
        foreach (uint token in tokens.AsSpan(0, count))
        {
            if (token < Match)
            {
                to.Put(codes[(int)token], lengths[(int)token]);
                continue;
            }

            int length = (int)(token >> 16) & 0x7fff, distance = (int)(token & 0xffff) + 1;
            int symbol = LengthSymbols[length];
            (int first, int extraBits) = DeflateSymbols.LengthOf(symbol);
            to.Put(codes[symbol] | ((uint)(length - first) << lengths[symbol]), lengths[symbol] + extraBits);
            symbol = DistanceSymbols[distance];
            (first, extraBits) = DeflateSymbols.DistanceOf(symbol);
            to.Put(distances.Codes[symbol] | ((uint)(distance - first) << distances.Lengths[symbol]), distances.Lengths[symbol] + extraBits);
        }

        to.Put(codes[DeflateSymbols.EndOfBlock], lengths[DeflateSymbols.EndOfBlock]);
        writer = to;
    }

    static int Used(ReadOnlySpan<byte> lengths) => lengths.LastIndexOfAnyExcept((byte)0) + 1;

    /// <summary>Lengths one by one, or how often the same one comes again, or how many zeros follow.</summary>
    static List<(int Symbol, int Extra, int ExtraBits)> Runs(ReadOnlySpan<byte> lengths)
    {
        var runs = new List<(int, int, int)>();
        for (int at = 0; at < lengths.Length;)
        {
            byte length = lengths[at];
            int same = lengths[at..].IndexOfAnyExcept(length) is var end and >= 0 ? end : lengths.Length - at;
            int left = same;
            if (length != 0)
            {
                runs.Add((length, 0, 0));
                for (left--; left >= 3; left -= Math.Min(left, 6)) runs.Add((Again, Math.Min(left, 6) - 3, 2));
            }
            else
            {
                for (; left >= 11; left -= Math.Min(left, 138)) runs.Add((ManyZeros, Math.Min(left, 138) - 11, 7));
                if (left >= 3)
                {
                    runs.Add((FewZeros, left - 3, 3));
                    left = 0;
                }
            }

            for (; left > 0; left--) runs.Add((length, 0, 0));
            at += same;
        }

        return runs;
    }

    /// <summary>The symbol of every length or distance.</summary>
    static ushort[] SymbolsOf(int most, int firstSymbol, int end, Func<int, (int First, int ExtraBits)> rangeOf)
    {
        ushort[] symbols = new ushort[most + 1];
        for (int symbol = firstSymbol; symbol < end; symbol++) symbols.AsSpan(rangeOf(symbol).First..).Fill((ushort)symbol);
        return symbols;
    }
}
