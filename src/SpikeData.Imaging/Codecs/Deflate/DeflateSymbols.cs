namespace SpikeData.Imaging;

/// <summary>What the symbols of deflated data stand for: literal bytes, the end of a block, and ranges of lengths and distances (RFC 1951, 3.2.5).</summary>
static class DeflateSymbols
{
    public const int EndOfBlock = 256, FirstLength = 257, Literals = 286, Distances = 30, CodeLengths = 19;
    public const int ShortestMatch = 3, LongestMatch = 258, FarthestMatch = 1 << 15;

    /// <summary>The longest code of a literal, length or distance, and the longest one of a code length.</summary>
    public const int LongestCode = 15, LongestCodeOfLengths = 7;

    /// <summary>The order in which the lengths of the codes of code lengths are stored.</summary>
    public static ReadOnlySpan<byte> StoredOrder => [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

    /// <summary>The shortest length that a symbol stands for, and how many bits that follow say how much longer it is.</summary>
    public static (int First, int ExtraBits) LengthOf(int symbol) => symbol switch
    {
        FirstLength + 28 => (LongestMatch, 0),
        < FirstLength + 8 => (symbol - FirstLength + ShortestMatch, 0),
        _ => RangeOf(symbol - FirstLength, 2, ShortestMatch),
    };

    /// <summary>The shortest distance that a symbol stands for, and how many bits that follow say how much longer it is.</summary>
    public static (int First, int ExtraBits) DistanceOf(int symbol) => symbol < 4 ? (symbol + 1, 0) : RangeOf(symbol, 1, 1);

    /// <summary>The code lengths of blocks that bring no code of their own.</summary>
    public static byte[] FixedLengths() => [.. Enumerable.Range(0, 288).Select(symbol => (byte)(symbol < 144 ? 8 : symbol < 256 ? 9 : symbol < 280 ? 7 : 8))];

    /// <summary>Ranges double in size every 2^<paramref name="bits"/> symbols.</summary>
    static (int First, int ExtraBits) RangeOf(int index, int bits, int smallest)
    {
        int extra = (index >> bits) - 1;
        return (smallest + (((1 << bits) + (index & ((1 << bits) - 1))) << extra), extra);
    }
}
