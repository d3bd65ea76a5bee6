using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>A place in an HDF5 file, from where numbers are read one after another up to an end.</summary>
sealed class HdfBytes(Stream file)
{
    /// <summary>What an address is when there is nothing to point to.</summary>
    public const ulong Nowhere = ulong.MaxValue;

    long end = file.Length;

    /// <summary>What is left up to the end.</summary>
    public long Left => end - file.Position;

    public long Position => file.Position;

    /// <summary>Goes to an address, from where as many bytes may be read; up to the end of the file when it is not said how many.</summary>
    public void Go(ulong address, ulong? length = null)
    {
        ulong most = (ulong)file.Length;
        if (address > most || length > most - address) throw new InvalidDataException($"A part of {length} bytes at {address} does not fit the file.");
        file.Position = (long)address;
        end = length is null ? file.Length : file.Position + (long)length;
    }

    public void Skip(long count)
    {
        Fit((ulong)count, "A part");
        file.Position += count;
    }

    public byte Byte() => Read(1)[0];

    public ushort Short() => BinaryPrimitives.ReadUInt16LittleEndian(Read(2));

    public uint Int() => BinaryPrimitives.ReadUInt32LittleEndian(Read(4));

    public ulong Long() => BinaryPrimitives.ReadUInt64LittleEndian(Read(8));

    /// <summary>A number of 1, 2, 4 or 8 bytes.</summary>
    public ulong Number(int log) => log switch { 0 => Byte(), 1 => Short(), 2 => Int(), _ => Long() };

    public void Expect(ReadOnlySpan<byte> signature)
    {
        if (!Read(signature.Length).SequenceEqual(signature)) throw new InvalidDataException($"A part that should begin with '{System.Text.Encoding.ASCII.GetString(signature)}' does not.");
    }

    /// <exception cref="InvalidDataException">There are fewer bytes up to the end.</exception>
    public void Fit(ulong length, string what)
    {
        if (length > (ulong)Left) throw new InvalidDataException($"{what} of {length} bytes is said to be where {Left} are left.");
    }

    readonly byte[] number = new byte[8];

    Span<byte> Read(int count)
    {
        Fit((ulong)count, "A number");
        file.ReadExactly(number, 0, count);
        return number.AsSpan(0, count);
    }
}
