using System.Buffers.Binary;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Reads the numbers of one tick, of whatever type, as spikes: a number is 0 or 1.</summary>
sealed class SpikeElements(ElementType type, SpikeLayout layout)
{
    readonly byte[] raw = new byte[layout.Pixels * type.Size()];
    readonly byte[] spikes = new byte[type.Size() == 1 ? 0 : layout.Pixels];

    /// <summary>Reads the next tick and packs it.</summary>
    /// <exception cref="SpikeDataException">SPIKE454: a number is neither 0 nor 1.</exception>
    public void Read(Stream stream, Span<byte> packed, long tick, string path)
    {
        stream.ReadExactly(raw);
        Pack(raw, packed, tick, path);
    }

    /// <summary>Passes over one tick.</summary>
    public void Skip(Stream stream) => stream.ReadExactly(raw);

    void Pack(ReadOnlySpan<byte> numbers, Span<byte> packed, long tick, string path)
    {
        bool fine = type.Size() == 1 ? SpikeBits.TryPack(numbers, packed) : Narrow(numbers) && SpikeBits.TryPack(spikes, packed);
        if (!fine) throw NoSpikes(tick, path);
    }

    internal static SpikeDataException NoSpikes(long tick, string path) => new("SPIKE454",
        $"Tick {tick} holds numbers that are neither 0 nor 1: these are no spikes but perhaps counts, intervals (DSFT) or a picture. Name the array of spikes with --array.") { File = path };

    bool Narrow(ReadOnlySpan<byte> numbers)
    {
        int size = type.Size();
        ulong one = One;
        ulong strange = 0;
        for (int i = 0; i < spikes.Length; i++)
        {
            ulong number = Number(numbers.Slice(i * size, size));
            spikes[i] = number == one ? (byte)1 : (byte)0;
            strange |= number == one ? 0 : number;
        }

        return strange == 0;
    }

    ulong One => type switch
    {
        ElementType.Float16 => BitConverter.HalfToUInt16Bits((Half)1),
        ElementType.Float32 => BitConverter.SingleToUInt32Bits(1),
        ElementType.Float64 => BitConverter.DoubleToUInt64Bits(1),
        _ => 1,
    };

    static ulong Number(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        2 => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        4 => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        _ => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
    };
}
