namespace SpikeData.Imaging;

/// <summary>Unpacks what LibLZF packed, h5py's own compression.</summary>
/// <remarks>A byte below 32 is followed by one more bytes than it says. Any other is a copy: three bits of its length, five of its distance, and eight of the distance in the last byte.</remarks>
static class LzfDecoder
{
    const int LeastCopy = 32, LongCopy = 7;

    /// <summary>Unpacks into a buffer.</summary>
    /// <returns>How many bytes there are; below 0 where the data are damaged, or more than the buffer holds.</returns>
    public static int Decode(ReadOnlySpan<byte> packed, Span<byte> target)
    {
        int from = 0, to = 0;
        while (from < packed.Length)
        {
            int control = packed[from++];
            if (control < LeastCopy)
            {
                int count = control + 1;
                if (count > packed.Length - from || count > target.Length - to) return -1;
                packed.Slice(from, count).CopyTo(target[to..]);
                (from, to) = (from + count, to + count);
                continue;
            }

            int length = control >> 5;
            if (length == LongCopy)
            {
                if (from == packed.Length) return -1;
                length += packed[from++];
            }

            if (from == packed.Length) return -1;
            int source = to - ((control & 0x1F) << 8) - packed[from++] - 1;
            length += 2;
            if (source < 0 || length > target.Length - to) return -1;
            // A copy may reach into itself: what it writes is repeated.
            for (; length > 0; length--) target[to++] = target[source++];
        }

        return to;
    }
}
