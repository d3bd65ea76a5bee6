using System.Buffers.Binary;
using System.Numerics;

namespace SpikeData.Calibration;

/// <summary>Counts ones among packed bits, the first of a byte in its least significant bit.</summary>
static class BitCount
{
    /// <summary>The ones from a bit up to another one, which is not counted.</summary>
    public static long Between(ReadOnlySpan<byte> bits, int first, int end)
    {
        int from = first >> 3, to = end >> 3, head = first & 7, tail = end & 7;
        if (from == to) return BitOperations.PopCount((uint)(bits[from] >> head & (1 << (tail - head)) - 1));
        long ones = BitOperations.PopCount((uint)(bits[from] >> head)) + Whole(bits[(from + 1)..to]);
        return tail == 0 ? ones : ones + BitOperations.PopCount((uint)(bits[to] & (1 << tail) - 1));
    }

    static long Whole(ReadOnlySpan<byte> bytes)
    {
        long ones = 0;
        for (; bytes.Length >= 8; bytes = bytes[8..]) ones += BitOperations.PopCount(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (byte eight in bytes) ones += BitOperations.PopCount(eight);
        return ones;
    }
}
