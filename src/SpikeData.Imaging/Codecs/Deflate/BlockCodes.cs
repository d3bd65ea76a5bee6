namespace SpikeData.Imaging;

/// <summary>The two codes of a block of deflated data: of literals and lengths, and of distances (RFC 1951, 3.2.5 to 3.2.7).</summary>
sealed class BlockCodes
{
    public const int LiteralBits = 11, DistanceBits = 9;

    const int CodeLengthBits = 7;

    /// <summary>A length that no match has, for the symbols that must not occur.</summary>
    const int NoLength = DeflateSymbols.LongestMatch + 1;

    static readonly uint[] LiteralMeanings = [.. Enumerable.Range(0, 288).Select(symbol => symbol switch
    {
        < DeflateSymbols.EndOfBlock => PrefixTable.Literal(symbol),
        DeflateSymbols.EndOfBlock => PrefixTable.Range(0, 0),
        < DeflateSymbols.Literals => PrefixTable.Range(DeflateSymbols.LengthOf(symbol).First, DeflateSymbols.LengthOf(symbol).ExtraBits),
        _ => PrefixTable.Range(NoLength, 0),
    })];

    static readonly uint[] DistanceMeanings = [.. Enumerable.Range(0, 32).Select(symbol => symbol < DeflateSymbols.Distances
        ? PrefixTable.Range(DeflateSymbols.DistanceOf(symbol).First, DeflateSymbols.DistanceOf(symbol).ExtraBits)
        : PrefixTable.Range(0, 0))];

    static readonly uint[] CodeLengthMeanings = [.. Enumerable.Range(0, DeflateSymbols.CodeLengths).Select(symbol => PrefixTable.Range(symbol, 0))];

    public PrefixTable Literals { get; } = new(LiteralBits, LiteralMeanings);

    public PrefixTable Distances { get; } = new(DistanceBits, DistanceMeanings);

    /// <summary>Takes the codes that need not be written.</summary>
    public bool TryFix() => Literals.TryBuild(DeflateSymbols.FixedLengths()) && Distances.TryBuild([.. Enumerable.Repeat((byte)5, 32)]);

    /// <summary>Reads the codes of a block, which are themselves compressed; false when they are none.</summary>
    public bool TryRead(DeflateBits bits)
    {
        int literals = 257 + bits.Take(5), distances = 1 + bits.Take(5), stored = 4 + bits.Take(4);
        if (literals > DeflateSymbols.Literals || distances > DeflateSymbols.Distances) return false;
        Span<byte> ofLengths = stackalloc byte[DeflateSymbols.CodeLengths], all = stackalloc byte[DeflateSymbols.Literals + DeflateSymbols.Distances];
        ofLengths.Clear();
        for (int index = 0; index < stored; index++)
        {
            if (!bits.TryRefill()) return false;
            ofLengths[DeflateSymbols.StoredOrder[index]] = (byte)bits.Take(3);
        }

        var codeLengths = new PrefixTable(CodeLengthBits, CodeLengthMeanings);
        all = all[..(literals + distances)];
        return codeLengths.TryBuild(ofLengths) && TryReadLengths(bits, codeLengths, all) && all[DeflateSymbols.EndOfBlock] != 0
            && Literals.TryBuild(all[..literals]) && Distances.TryBuild(all[literals..]);
    }

    static bool TryReadLengths(DeflateBits bits, PrefixTable codes, Span<byte> all)
    {
        const int Again = 16, FewZeros = 17;
        for (int at = 0; at < all.Length;)
        {
            if (!bits.TryRefill() || !codes.TryRead(bits.Next, out uint entry)) return false;
            bits.Take(PrefixTable.Taken(entry));
            int symbol = PrefixTable.First(entry);
            if (symbol < Again)
            {
                all[at++] = (byte)symbol;
                continue;
            }

            if (symbol == Again && at == 0) return false;
            byte value = symbol == Again ? all[at - 1] : (byte)0;
            int times = symbol switch { Again => 3 + bits.Take(2), FewZeros => 3 + bits.Take(3), _ => 11 + bits.Take(7) };
            if (times > all.Length - at) return false;
            all.Slice(at, times).Fill(value);
            at += times;
        }

        return true;
    }
}
