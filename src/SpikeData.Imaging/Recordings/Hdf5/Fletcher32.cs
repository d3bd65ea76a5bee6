using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>The check sum at the end of a chunk that h5py writes with <c>fletcher32=True</c>: two sums of 16-bit words, the high byte of a word first.</summary>
static class Fletcher32
{
    const uint Modulus = 0xFFFF;

    /// <summary>Compares the sum with the data before it.</summary>
    /// <returns>A copy of the data without the sum: PureHDF gives the buffer to others as soon as this returns.</returns>
    /// <exception cref="InvalidDataException">They differ, or there is no sum.</exception>
    public static Memory<byte> Check(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < sizeof(uint)) throw new InvalidDataException("The check sum (fletcher32) is missing.");
        ReadOnlySpan<byte> data = chunk[..^sizeof(uint)];
        uint stored = BinaryPrimitives.ReadUInt32LittleEndian(chunk[^sizeof(uint)..]), found = Of(data);
        return stored == found
            ? data.ToArray()
            : throw new InvalidDataException($"The check sum (fletcher32) is {stored:X8} in the file and {found:X8} by its data, which are damaged.");
    }

    static uint Of(ReadOnlySpan<byte> data)
    {
        uint first = 0, second = 0;
        for (; data.Length > 1; data = data[2..]) Add((uint)(data[0] << 8 | data[1]));
        if (data.Length == 1) Add((uint)data[0] << 8);
        return second << 16 | first;

        void Add(uint word)
        {
            first = Fold(first + word);
            second = Fold(second + first);
        }
    }

    /// <summary>The sum modulo 65535; a sum above 0 never becomes 0, as the library's does not.</summary>
    static uint Fold(uint sum) => sum > Modulus ? sum - Modulus : sum;
}
