using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace SpikeData.Imaging;

/// <summary>Puts bits into bytes, the first one into the least significant place. Room has to be made before.</summary>
struct BitWriter()
{
    const int Flush = 32;

    byte[] bytes = new byte[1 << 12];
    ulong waiting;
    int count;

    /// <summary>How many whole bytes there are.</summary>
    public int Length { get; private set; }

    /// <summary>Makes room for at least as many bits.</summary>
    public void Reserve(long bits)
    {
        long needed = Length + (bits / 8) + (2 * sizeof(ulong));
        if (needed > bytes.Length) Array.Resize(ref bytes, checked((int)Math.Max(needed, Math.Min(2L * bytes.Length, Array.MaxLength))));
    }

    /// <param name="value">The bits; those beyond <paramref name="length"/> are zero.</param>
    /// <param name="length">How many there are, 32 at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Put(uint value, int length)
    {
        waiting |= (ulong)value << count;
        count += length;
        if (count < Flush) return;
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Length), (uint)waiting);
        Length += sizeof(uint);
        waiting >>= Flush;
        count -= Flush;
    }

    /// <summary>Fills the last byte with zeros and returns all bytes.</summary>
    public ReadOnlySpan<byte> Finish()
    {
        for (; count > 0; count -= 8, waiting >>= 8) bytes[Length++] = (byte)waiting;
        count = 0;
        return bytes.AsSpan(0, Length);
    }
}
