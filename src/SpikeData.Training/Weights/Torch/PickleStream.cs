using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Training;

/// <summary>The bytes of a pickle: little-endian numbers and texts that end where the stream ends, however long they claim to be.</summary>
/// <param name="most">How many bytes a pickle may have.</param>
sealed class PickleStream(Stream stream, long most)
{
    const int LongestText = 1 << 20, LongestInteger = 64;
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    long taken;

    public int Byte()
    {
        if (++taken > most) throw Broken($"its pickle is longer than {most} bytes");
        int next = stream.ReadByte();
        return next >= 0 ? next : throw Broken("its pickle ends in the middle");
    }

    public int UInt16() => Byte() | Byte() << 8;

    public int Int32() => UInt16() | UInt16() << 16;

    public uint UInt32() => (uint)Int32();

    public ulong UInt64() => UInt32() | (ulong)UInt32() << 32;

    public double BigEndianDouble() => BinaryPrimitives.ReadDoubleBigEndian(Bytes(sizeof(double)));

    /// <summary>A whole number in two's complement; those that need more than 64 bits are read and lose their value.</summary>
    public object Integer(uint length)
    {
        if (length > LongestInteger) throw Broken($"a whole number in its pickle claims {length} bytes");
        BigInteger number = new(Bytes(length));
        return number >= long.MinValue && number <= long.MaxValue ? (long)number : number;
    }

    public string Text(ulong length)
    {
        try
        {
            return Utf8.GetString(Bytes(length));
        }
        catch (ArgumentException problem)
        {
            throw Broken("a text in its pickle is not UTF-8", problem);
        }
    }

    /// <summary>A text of Python 2, which may also be bytes.</summary>
    public string Latin(ulong length) => Encoding.Latin1.GetString(Bytes(length));

    /// <summary>A text up to the next line break.</summary>
    public string Line()
    {
        StringBuilder text = new();
        for (int next = Byte(); next != '\n'; next = Byte()) text.Append(text.Length < LongestText ? (char)next : throw TooLong((ulong)text.Length));
        return text.ToString();
    }

    public byte[] Bytes(ulong length)
    {
        if (length > LongestText) throw TooLong(length);
        byte[] bytes = new byte[length];
        for (int i = 0; i < bytes.Length; i++) bytes[i] = (byte)Byte();
        return bytes;
    }

    public static SpikeDataException Broken(string why, Exception? inner = null) => TorchFile.Broken(why, inner);

    static SpikeDataException TooLong(ulong length) => Broken($"a text in its pickle claims {length} bytes; {LongestText} are the most");
}
