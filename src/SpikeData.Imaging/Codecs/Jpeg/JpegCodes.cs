namespace SpikeData.Imaging;

/// <summary>A table of prefix codes of a JPEG file (ITU-T T.81, annex C).</summary>
sealed class JpegCodes
{
    const int ShortBits = 9, MostBits = 16;

    /// <summary>For each beginning of a code: its length times 256 and its symbol; 0 where the code is longer or does not exist.</summary>
    readonly ushort[] beginnings = new ushort[1 << ShortBits];
    readonly int[] ends = new int[MostBits + 1], offsets = new int[MostBits + 1];
    readonly byte[] symbols;

    JpegCodes(byte[] symbols) => this.symbols = symbols;

    /// <summary>The tables that apply where a file has none, as pictures taken out of Motion JPEG videos do (annex K).</summary>
    public static (JpegCodes[] Direct, JpegCodes[] Alternating) Usual { get; } =
        ([Hex("00010501010101010100000000000000", Twelve), Hex("00030101010101010101010000000000", Twelve)],
        [Hex("0002010303020403050504040000017d",
            "01020300041105122131410613516107227114328191a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a535455565758595a636465666768696a"
            + "737475767778797a838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9eaf1f2f3f4f5f6f7f8f9fa"),
        Hex("00020102040403040705040400010277",
            "000102031104052131061241510761711322328108144291a1b1c109233352f0156272d10a162434e125f11718191a262728292a35363738393a434445464748494a535455565758595a63646566676869"
            + "6a737475767778797a82838485868788898a92939495969798999aa2a3a4a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae2e3e4e5e6e7e8e9eaf2f3f4f5f6f7f8f9fa")]);

    const string Twelve = "000102030405060708090a0b";

    /// <summary>Reads a table; null where no such codes can be.</summary>
    /// <param name="counts">How many codes there are of each length from 1 to 16.</param>
    /// <param name="symbols">What they stand for, the shortest code first.</param>
    public static JpegCodes? Read(ReadOnlySpan<byte> counts, ReadOnlySpan<byte> symbols)
    {
        JpegCodes codes = new(symbols.ToArray());
        int code = 0, index = 0;
        for (int length = 1; length <= MostBits; length++, code <<= 1)
        {
            codes.offsets[length] = index - code;
            for (int i = 0; i < counts[length - 1]; i++, code++, index++)
            {
                if (code >= 1 << length) return null;
                if (length > ShortBits) continue;
                int free = ShortBits - length;
                codes.beginnings.AsSpan(code << free, 1 << free).Fill((ushort)(length << 8 | symbols[index]));
            }

            codes.ends[length] = code;
        }

        return codes;
    }

    /// <summary>Takes a code and gives its symbol, or -1 where there is no such code.</summary>
    public int Next(ref JpegBits bits)
    {
        ulong window = bits.Window;
        int found = beginnings[window >> (64 - ShortBits)];
        if (found != 0)
        {
            bits.Position += found >> 8;
            return found & 0xff;
        }

        for (int length = ShortBits + 1; length <= MostBits; length++)
        {
            int code = (int)(window >> (64 - length));
            if (code >= ends[length]) continue;
            bits.Position += length;
            return symbols[offsets[length] + code];
        }

        return -1;
    }

    static JpegCodes Hex(string counts, string symbols) => Read(Convert.FromHexString(counts), Convert.FromHexString(symbols))!;
}
