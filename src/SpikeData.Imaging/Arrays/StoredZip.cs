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
    long position;
    int members;

    public void Add(string name, ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        Crc32 sum = new();
        sum.Add(head);
        sum.Add(tail);
        byte[] nameBytes = Encoding.UTF8.GetBytes(name);
        long size = (long)head.Length + tail.Length;
        if (size + position + directory.WrittenCount > uint.MaxValue - 1000 || members == ushort.MaxValue)
            throw new SpikeDataException("SPIKE462", "The archive would grow beyond 4 GiB; write several files.");

        Span<byte> common = stackalloc byte[26];
        common.Clear();
        BinaryPrimitives.WriteInt16LittleEndian(common, OldestReader);
        BinaryPrimitives.WriteInt16LittleEndian(common[2..], NamesAreUtf8);
        BinaryPrimitives.WriteInt32LittleEndian(common[6..], NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(common[10..], sum.Value);
        BinaryPrimitives.WriteUInt32LittleEndian(common[14..], (uint)size);
        BinaryPrimitives.WriteUInt32LittleEndian(common[18..], (uint)size);
        BinaryPrimitives.WriteUInt16LittleEndian(common[22..], (ushort)nameBytes.Length);

        directory.Write<byte>([(byte)'P', (byte)'K', 1, 2, OldestReader, 0]);
        directory.Write<byte>(common);
        directory.Write<byte>(stackalloc byte[10]);
        directory.Write<byte>(BitConverter.GetBytes((uint)position));
        directory.Write<byte>(nameBytes);

        stream.Write([(byte)'P', (byte)'K', 3, 4]);
        stream.Write(common);
        stream.Write(nameBytes);
        stream.Write(head);
        stream.Write(tail);
        position += 4 + common.Length + nameBytes.Length + size;
        members++;
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
}
