using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Writes a zip archive of uncompressed members whose bytes depend on names and contents alone.</summary>
/// <remarks>The library's own writer records the operating system and file rights. Layout: PKWARE's APPNOTE, sections 4.3.7 to 4.3.16.</remarks>
sealed class StoredZip(Stream stream)
{
    // Zip cannot say "no date"; its calendar begins on 1980-01-01.
    const int NoDate = 1 << 21 | 1 << 16;
    const int NamesAreUtf8 = 1 << 11;
    const int OldestReader = 20;

    readonly ArrayBufferWriter<byte> directory = new();
    readonly byte[] common = new byte[26];
    long position;
    int members;
    byte[] name = [];
    long size;
    Crc32 running;

    public void Add(string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        Crc32 sum = new();
        sum.Add(head);
        sum.Add(tail);
        Begin(name, (long)head.Length + tail.Length, sum.Value);
        stream.Write(head);
        stream.Write(tail);
        Enter(sum.Value);
    }

    /// <summary>Begins a member whose bytes come little by little. The stream must be one that can go back.</summary>
    public void Begin(string name, long size)
    {
        Begin(name, size, 0);
        running = new();
    }

    /// <summary>Writes the next bytes of a member that was begun.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        running.Add(bytes);
        stream.Write(bytes);
    }

    /// <summary>Ends a member that was begun: its check sum is known now.</summary>
    public void End()
    {
        const int SumInHeader = 14;
        long end = stream.Position;
        stream.Position = position + SumInHeader;
        stream.Write(BitConverter.GetBytes(running.Value));
        stream.Position = end;
        Enter(running.Value);
    }

    public void Finish()
    {
        Span<byte> end = stackalloc byte[22];
        end.Clear();
        "PK\u0005\u0006"u8.CopyTo(end);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)members);
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)members);
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)directory.WrittenCount);
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)position);
        stream.Write(directory.WrittenSpan);
        stream.Write(end);
    }

    /// <summary>Writes what stands before a member.</summary>
    void Begin(string member, long bytes, uint sum)
    {
        (name, size) = (Encoding.UTF8.GetBytes(member), bytes);
        if (size + position + directory.WrittenCount > uint.MaxValue - 1000 || members == ushort.MaxValue)
            throw new SpikeDataException("SPIKE462", "The archive would grow beyond 4 GiB; write several files, or .npy or HDF5.");
        BinaryPrimitives.WriteInt16LittleEndian(common, OldestReader);
        BinaryPrimitives.WriteInt16LittleEndian(common.AsSpan(2), NamesAreUtf8);
        BinaryPrimitives.WriteInt32LittleEndian(common.AsSpan(6), NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), sum);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(14), (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(18), (uint)size);
        BinaryPrimitives.WriteUInt16LittleEndian(common.AsSpan(22), (ushort)name.Length);
        stream.Write([(byte)'P', (byte)'K', 3, 4]);
        stream.Write(common);
        stream.Write(name);
    }

    /// <summary>Enters a finished member into the directory at the archive's end.</summary>
    void Enter(uint sum)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(common.AsSpan(10), sum);
        directory.Write<byte>([(byte)'P', (byte)'K', 1, 2, OldestReader, 0]);
        directory.Write<byte>(common);
        directory.Write<byte>(stackalloc byte[10]);
        directory.Write<byte>(BitConverter.GetBytes((uint)position));
        directory.Write<byte>(name);
        position += 4 + common.Length + name.Length + size;
        members++;
    }
}
