using System.Buffers.Binary;
using System.Globalization;

namespace SpikeData.Imaging;

/// <summary>Reads numbers of an array, of whatever type, as spikes: a number is 0 or 1.</summary>
sealed class SpikeElements(ElementType type, bool isBigEndian)
{
    readonly int size = type.Size();
    readonly ulong one = BitsOfOne(type);

    /// <summary>Zero with a minus is zero too.</summary>
    readonly ulong minusZero = type is ElementType.Float16 or ElementType.Float32 or ElementType.Float64 ? 1UL << (8 * type.Size() - 1) : 0;

    /// <summary>Turns numbers into bytes 0 and 1.</summary>
    /// <returns>The place of the first that is neither 0 nor 1; below 0 where there is none.</returns>
    public int Narrow(ReadOnlySpan<byte> numbers, Span<byte> spikes)
    {
        if (size == 1)
        {
            numbers.CopyTo(spikes);
            return spikes.IndexOfAnyExceptInRange((byte)0, (byte)1);
        }

        for (int i = 0; i < spikes.Length; i++)
        {
            ulong number = Number(numbers.Slice(i * size, size));
            spikes[i] = number == one ? (byte)1 : (byte)0;
            if (number != one && number != 0 && number != minusZero) return i;
        }

        return -1;
    }

    /// <summary>A number as people write it.</summary>
    public string Text(ReadOnlySpan<byte> number)
    {
        ulong bits = Number(number);
        object value = type switch
        {
            ElementType.Int8 => (sbyte)bits,
            ElementType.Int16 => (short)bits,
            ElementType.Int32 => (int)bits,
            ElementType.Int64 => (long)bits,
            ElementType.Float16 => (float)BitConverter.UInt16BitsToHalf((ushort)bits),
            ElementType.Float32 => BitConverter.UInt32BitsToSingle((uint)bits),
            ElementType.Float64 => BitConverter.UInt64BitsToDouble(bits),
            _ => bits,
        };
        return Convert.ToString(value, CultureInfo.InvariantCulture)!;
    }

    static ulong BitsOfOne(ElementType type) => type switch
    {
        ElementType.Float16 => BitConverter.HalfToUInt16Bits((Half)1),
        ElementType.Float32 => BitConverter.SingleToUInt32Bits(1),
        ElementType.Float64 => BitConverter.DoubleToUInt64Bits(1),
        _ => 1,
    };

    ulong Number(ReadOnlySpan<byte> bytes) => (bytes.Length, isBigEndian) switch
    {
        (1, _) => bytes[0],
        (2, false) => BinaryPrimitives.ReadUInt16LittleEndian(bytes),
        (2, true) => BinaryPrimitives.ReadUInt16BigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadUInt32LittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadUInt32BigEndian(bytes),
        (_, false) => BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        (_, true) => BinaryPrimitives.ReadUInt64BigEndian(bytes),
    };
}
