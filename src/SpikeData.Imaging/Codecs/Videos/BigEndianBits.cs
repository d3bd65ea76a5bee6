namespace SpikeData.Imaging;

/// <summary>Reads bits from the highest of each byte down; behind the end there are zeros.</summary>
ref struct BigEndianBits(ReadOnlySpan<byte> bytes)
{
    readonly ReadOnlySpan<byte> bytes = bytes;
    int position;

    /// <summary>Whether more was taken than there was.</summary>
    public readonly bool IsBeyondEnd => position > bytes.Length * 8;

    public void Skip(int count) => position += count;

    /// <summary>Takes a number of so many bits, at most 31.</summary>
    public int Take(int count)
    {
        int value = 0;
        for (; count > 0; count--, position++) value = (value << 1) | (position >> 3 < bytes.Length ? (bytes[position >> 3] >> (7 - (position & 7))) & 1 : 0);
        return value;
    }
}
