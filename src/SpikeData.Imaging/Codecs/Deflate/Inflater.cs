using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using static System.Runtime.CompilerServices.MethodImplOptions;

namespace SpikeData.Imaging;

/// <summary>Decompresses data whose size is known before, in about half of the time that zlib takes for pictures (RFC 1950, RFC 1951).</summary>
/// <remarks>Pictures are mostly literals with short codes, of which one look-up gives up to three. Damaged data are refused, never read or written beyond.</remarks>
sealed unsafe class Inflater
{
    /// <summary>How many bytes behind the compressed ones, and behind the place for the others, must be there to be read and written.</summary>
    public const int Slack = 512;

    const int LiteralBits = 11, DistanceBits = 9, CodeLengthBits = 7, Checksum = 4, Wide = 16;

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

    readonly PrefixTable literals = new(LiteralBits, LiteralMeanings), distances = new(DistanceBits, DistanceMeanings);
    readonly byte* input, output;
    readonly int length, size;
    ulong bits;
    int count, position, produced;

    Inflater(byte* input, int length, byte* output, int size)
    {
        this.input = input;
        this.output = output;
        (this.length, this.size) = (length, size);
    }

    /// <summary>Decompresses a zlib stream; false when it is damaged, ends early or gives another number of bytes.</summary>
    /// <param name="compressed">The stream, and <see cref="Slack"/> more bytes.</param>
    /// <param name="data">Receives the data, and may be written <see cref="Slack"/> bytes beyond them.</param>
    public static bool TryDecode(ReadOnlySpan<byte> compressed, Span<byte> data)
    {
        fixed (byte* input = compressed, output = data)
        {
            var inflater = new Inflater(input, compressed.Length - Slack, output, data.Length - Slack);
            return inflater.TryDecode() && inflater.IsAsWritten(compressed[..^Slack], data[..^Slack]);
        }
    }

    bool IsAsWritten(ReadOnlySpan<byte> compressed, ReadOnlySpan<byte> data)
    {
        int end = position - (count >> 3);
        return produced == data.Length && end + Checksum <= compressed.Length
            && BinaryPrimitives.ReadUInt32BigEndian(compressed[end..]) == Adler32.Of(data);
    }

    bool TryDecode()
    {
        const int Deflate = 8, LargestWindow = 7, WithDictionary = 32;
        if (length < 2 + Checksum || (input[0] & 15) != Deflate || input[0] >> 4 > LargestWindow) return false;
        if (((input[0] << 8) | input[1]) % 31 != 0 || (input[1] & WithDictionary) != 0) return false;
        position = 2;
        for (bool last = false; !last;)
        {
            if (!TryRefill()) return false;
            last = Take(1) != 0;
            bool whole = Take(2) switch
            {
                0 => TryCopyStored(),
                1 => literals.TryBuild(DeflateSymbols.FixedLengths()) && distances.TryBuild([.. Enumerable.Repeat((byte)5, 32)]) && TryDecodeBlock(),
                2 => TryReadCodes() && TryDecodeBlock(),
                _ => false,
            };
            if (!whole) return false;
        }

        return true;
    }

    /// <summary>Brings the next bits to at least 56; false when far more were taken than there are.</summary>
    bool TryRefill()
    {
        if (position > length + sizeof(ulong)) return false;
        bits |= Unsafe.ReadUnaligned<ulong>(input + position) << count;
        position += (63 - count) >> 3;
        count |= 56;
        return true;
    }

    int Take(int wanted)
    {
        int taken = (int)bits & ((1 << wanted) - 1);
        bits >>= wanted;
        count -= wanted;
        return taken;
    }

    bool TryCopyStored()
    {
        position -= count >> 3;
        (bits, count) = (0, 0);
        if (position + 4 > length) return false;
        ushort stored = Unsafe.ReadUnaligned<ushort>(input + position), inverted = Unsafe.ReadUnaligned<ushort>(input + position + 2);
        position += 4;
        if (stored != (ushort)~inverted || stored > length - position || stored > size - produced) return false;
        new Span<byte>(input + position, stored).CopyTo(new(output + produced, stored));
        position += stored;
        produced += stored;
        return true;
    }

    /// <summary>Reads the codes of a block, which are themselves compressed.</summary>
    bool TryReadCodes()
    {
        int literalCodes = 257 + Take(5), distanceCodes = 1 + Take(5), stored = 4 + Take(4);
        if (literalCodes > DeflateSymbols.Literals || distanceCodes > DeflateSymbols.Distances) return false;
        Span<byte> ofLengths = stackalloc byte[DeflateSymbols.CodeLengths], all = stackalloc byte[DeflateSymbols.Literals + DeflateSymbols.Distances];
        ofLengths.Clear();
        for (int index = 0; index < stored; index++)
        {
            if (!TryRefill()) return false;
            ofLengths[DeflateSymbols.StoredOrder[index]] = (byte)Take(3);
        }

        var codeLengths = new PrefixTable(CodeLengthBits, CodeLengthMeanings);
        all = all[..(literalCodes + distanceCodes)];
        return codeLengths.TryBuild(ofLengths) && TryReadLengths(codeLengths, all) && all[DeflateSymbols.EndOfBlock] != 0
            && literals.TryBuild(all[..literalCodes]) && distances.TryBuild(all[literalCodes..]);
    }

    bool TryReadLengths(PrefixTable codes, Span<byte> all)
    {
        const int Again = 16, FewZeros = 17;
        for (int at = 0; at < all.Length;)
        {
            if (!TryRefill() || !codes.TryRead(bits, out uint entry)) return false;
            Take(PrefixTable.Taken(entry));
            int symbol = PrefixTable.First(entry);
            if (symbol < Again)
            {
                all[at++] = (byte)symbol;
                continue;
            }

            if (symbol == Again && at == 0) return false;
            byte value = symbol == Again ? all[at - 1] : (byte)0;
            int times = symbol switch { Again => 3 + Take(2), FewZeros => 3 + Take(3), _ => 11 + Take(7) };
            if (times > all.Length - at) return false;
            all.Slice(at, times).Fill(value);
            at += times;
        }

        return true;
    }

    /// <summary>The loop that all the time goes into: its state is kept in registers, and bounds are looked at once per turn.</summary>
    [MethodImpl(AggressiveOptimization)]
    bool TryDecodeBlock()
    {
        const int LiteralMask = (1 << LiteralBits) - 1, DistanceMask = (1 << DistanceBits) - 1;
        fixed (uint* literal = literals.Entries, distant = distances.Entries)
        {
            ulong next = bits;
            int left = count;
            byte* from = input + position, lastFrom = input + length + sizeof(ulong), to = output + produced, end = output + size;
            while (from <= lastFrom && to <= end)
            {
                Refill(ref from, ref next, ref left);
                uint entry = literal[next & LiteralMask];
                if (PrefixTable.IsLiteral(entry))
                {
                    // Four codes take no more bits than there are after a refill. A loop that counts them takes a quarter longer.
                    Write(entry, ref to, ref next, ref left);
                    entry = literal[next & LiteralMask];
                    if (PrefixTable.IsLiteral(entry))
                    {
                        Write(entry, ref to, ref next, ref left);
                        entry = literal[next & LiteralMask];
                        if (PrefixTable.IsLiteral(entry))
                        {
                            Write(entry, ref to, ref next, ref left);
                            entry = literal[next & LiteralMask];
                            if (PrefixTable.IsLiteral(entry))
                            {
                                Write(entry, ref to, ref next, ref left);
                                continue;
                            }
                        }
                    }

                    Refill(ref from, ref next, ref left);
                }

                if (entry == 0)
                {
                    // An address of the entry itself would keep it out of the registers.
                    if (!literals.TryRead(next, out uint rare)) return false;
                    entry = rare;
                    if (PrefixTable.IsLiteral(entry))
                    {
                        Write(entry, ref to, ref next, ref left);
                        continue;
                    }
                }

                int run = PrefixTable.First(entry) + Extra(entry, ref next, ref left);
                if (run == 0)
                {
                    (bits, count, position, produced) = (next, left, (int)(from - input), (int)(to - output));
                    return true;
                }

                uint place = distant[next & DistanceMask];
                if (place == 0)
                {
                    if (!distances.TryRead(next, out uint rare)) return false;
                    place = rare;
                }

                int distance = PrefixTable.First(place) + Extra(place, ref next, ref left);
                if (run > DeflateSymbols.LongestMatch || (uint)(distance - 1) >= to - output) return false;
                Repeat(to, distance, run);
                to += run;
            }
        }

        return false;
    }

    /// <summary>Reads as many whole bytes as there is room for: at least 56 bits are there then.</summary>
    [MethodImpl(AggressiveInlining)]
    static void Refill(ref byte* from, ref ulong next, ref int left)
    {
        next |= Unsafe.ReadUnaligned<ulong>(from) << left;
        from += (63 - left) >> 3;
        left |= 56;
    }

    /// <summary>Writes the literals of an entry and takes their codes.</summary>
    [MethodImpl(AggressiveInlining)]
    static void Write(uint entry, ref byte* to, ref ulong next, ref int left)
    {
        Unsafe.WriteUnaligned(to, PrefixTable.LiteralsOf(entry));
        to += PrefixTable.CountOf(entry);
        next >>= PrefixTable.Taken(entry);
        left -= PrefixTable.Taken(entry);
    }

    /// <summary>Takes a code and the bits that follow it.</summary>
    [MethodImpl(AggressiveInlining)]
    static int Extra(uint entry, ref ulong next, ref int left)
    {
        int taken = PrefixTable.Taken(entry), extra = PrefixTable.ExtraBits(entry);
        int value = (int)(next >> taken) & ((1 << extra) - 1);
        next >>= taken + extra;
        left -= taken + extra;
        return value;
    }

    /// <summary>Copies from what was written shortly before; a distance that is shorter than the run repeats it.</summary>
    [MethodImpl(AggressiveInlining)]
    static void Repeat(byte* to, int distance, int run)
    {
        byte* from = to - distance, end = to + run;
        if (distance >= Wide)
        {
            do
            {
                Vector128.Load(from).Store(to);
                to += Wide;
                from += Wide;
            }
            while (to < end);
            return;
        }

        while (to < end) *to++ = *from++;
    }
}
