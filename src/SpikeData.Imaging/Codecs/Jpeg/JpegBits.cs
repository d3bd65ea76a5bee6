using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>The bits of coded data between two markers of a JPEG file, without the zero that stands behind each 0xff.</summary>
ref struct JpegBits
{
    /// <summary>More bytes than a block can take, and a word: within it, reading needs no checks.</summary>
    public const int Slack = 512;

    readonly ReadOnlySpan<byte> bytes;
    readonly long length;

    /// <param name="file">The whole file.</param>
    /// <param name="at">Where the data begin; afterwards, where the marker behind them stands, or where the file ends.</param>
    /// <param name="memory">Of the file's length and <see cref="Slack"/>.</param>
    public JpegBits(ReadOnlySpan<byte> file, ref int at, Span<byte> memory)
    {
        int count = 0;
        while (true)
        {
            int plain = file[at..].IndexOf((byte)0xff);
            ReadOnlySpan<byte> run = plain < 0 ? file[at..] : file.Slice(at, plain);
            run.CopyTo(memory[count..]);
            count += run.Length;
            at += run.Length;
            int next = at;
            while (next < file.Length && file[next] == 0xff) next++;
            if (plain < 0 || next == file.Length || file[next] != 0) break;
            memory[count++] = 0xff;
            at = next + 1;
        }

        memory.Slice(count, Slack).Clear();
        bytes = memory[..(count + Slack)];
        length = count * 8L;
    }

    /// <summary>How many bits were taken.</summary>
    public long Position;

    /// <summary>The next 57 bits or more, from the highest one down.</summary>
    public readonly ulong Window => BinaryPrimitives.ReadUInt64BigEndian(bytes[(int)(Position >> 3)..]) << (int)(Position & 7);

    /// <summary>Whether more was taken than there was.</summary>
    public readonly bool IsBeyondEnd => Position > length;

    /// <summary>Whether nothing is left but the rest of a byte, filled up as the standard says, with ones, or with zeros.</summary>
    public readonly bool IsAtEnd => length - Position is >= 0 and < 8 and var rest && (rest == 0 || Window >> (int)(64 - rest) is var bits && (bits == 0 || bits == (1UL << (int)rest) - 1));

    /// <summary>Whether nothing is left but zeros, with which some cameras fill up their files.</summary>
    public readonly bool HasOnlyZeros => !bytes[(int)((Position + 7) >> 3)..].ContainsAnyExcept((byte)0);

    /// <summary>How many whole bytes are left.</summary>
    public readonly int Rest => (int)((length - Position) / 8);

    /// <summary>Takes a number of so many bits, at most 16.</summary>
    public int Take(int count)
    {
        if (count == 0) return 0;
        int value = (int)(Window >> (64 - count));
        Position += count;
        return value;
    }
}
