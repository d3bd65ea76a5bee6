using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>The bits of deflated data, the lowest of each byte first.</summary>
sealed unsafe class DeflateBits
{
    readonly byte* input;
    readonly int length;

    /// <summary>The bits that come next, the first one lowest. Those beyond <see cref="Count"/> are right, or zero.</summary>
    public ulong Next;

    /// <summary>How many of them are there.</summary>
    public int Count;

    /// <summary>Where the bytes lie that come after them.</summary>
    public byte* From;

    /// <param name="input">The data, and a few more bytes that may be read.</param>
    /// <param name="length">How many bytes of data there are.</param>
    public DeflateBits(byte* input, int length)
    {
        this.input = From = input;
        this.length = length;
    }

    /// <summary>The last place that may be looked at for the next bits.</summary>
    public byte* LastFrom => input + length + sizeof(ulong);

    /// <summary>How many bytes have been used, those of which only a part was included.</summary>
    public int Used => (int)(From - input) - (Count >> 3);

    /// <summary>Reads as many whole bytes as there is room for: at least 56 bits are there then.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Refill(ref byte* from, ref ulong next, ref int count)
    {
        next |= Unsafe.ReadUnaligned<ulong>(from) << count;
        from += (63 - count) >> 3;
        count |= 56;
    }

    /// <summary>Brings the next bits to at least 56; false when far more were taken than there are.</summary>
    public bool TryRefill()
    {
        if (From > LastFrom) return false;
        Refill(ref From, ref Next, ref Count);
        return true;
    }

    /// <summary>The number in the next bits.</summary>
    public int Take(int wanted)
    {
        int taken = (int)Next & ((1 << wanted) - 1);
        Next >>= wanted;
        Count -= wanted;
        return taken;
    }

    /// <summary>Leaves out the rest of a byte and takes whole ones; false when there are fewer.</summary>
    public bool TryTakeBytes(int wanted, out ReadOnlySpan<byte> bytes)
    {
        From = input + Used;
        (Next, Count) = (0, 0);
        bool isThere = wanted <= length - (int)(From - input);
        bytes = isThere ? new(From, wanted) : default;
        if (isThere) From += wanted;
        return isThere;
    }
}
