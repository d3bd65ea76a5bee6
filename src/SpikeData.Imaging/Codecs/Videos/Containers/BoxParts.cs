using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Lengths of parts, header included, in containers whose parts say how long they are; null from where on nothing does.</summary>
static class BoxParts
{
    /// <summary>ISO 14496-12: 32-bit size including the header, 1 for a 64-bit size, 0 for "to the end".</summary>
    public static long? Mp4(byte[] start, ContainerWalk walk)
    {
        // Fragments may follow each other without end; 'mfra' stands behind the last.
        ReadOnlySpan<byte> type = start.AsSpan(4, 4);
        if (type.SequenceEqual("moov"u8) || type.SequenceEqual("mfra"u8)) walk.StatesEnd = true;
        else if (type.SequenceEqual("moof"u8)) walk.StatesEnd = false;
        long size = BinaryPrimitives.ReadUInt32BigEndian(start);
        if (size == 1) size = BinaryPrimitives.ReadInt64BigEndian(start.AsSpan(8));
        return size < 8 ? null : size;
    }

    /// <summary>RIFF: type, then the 32-bit size of what follows, padded to even.</summary>
    public static long? Riff(byte[] start, ContainerWalk walk)
    {
        walk.StatesEnd = true;
        return BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4)) + 8L;
    }

    /// <summary>RFC 8794: an id and a size, each as long as its leading zeros say; all ones is "unknown": what it holds is walked over itself.</summary>
    public static long? Matroska(byte[] start, ContainerWalk walk)
    {
        int id = byte.LeadingZeroCount(start[0]) + 1;
        int bytes = byte.LeadingZeroCount(start[id % 16]) + 1;
        if (id > 4 || bytes > 8) return null;
        long size = start[id] & (0xff >> bytes), unknown = (1L << (7 * bytes)) - 1;
        for (int i = 1; i < bytes; i++) size = (size << 8) | start[id + i];
        bool isSegment = BinaryPrimitives.ReadUInt32BigEndian(start) == 0x18538067;
        if (isSegment) walk.StatesEnd = size != unknown;
        return id + bytes + (size == unknown ? 0 : size);
    }

    /// <summary>ASF: an id of 16 bytes, then the 64-bit size with the header. A broadcast does not say how long its data are.</summary>
    public static long? Asf(byte[] start, ContainerWalk walk)
    {
        const int DataHeader = 50;
        long size = BinaryPrimitives.ReadInt64LittleEndian(start.AsSpan(16));
        bool isData = start.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x36, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11]);
        if (isData) walk.StatesEnd = size > DataHeader;
        return size < 24 || (isData && !walk.StatesEnd) ? null : size;
    }

    /// <summary>SMPTE ST 336: a key of 16 bytes, then a length in BER; ST 377-1: a header says where the footer is, which ends the file.</summary>
    public static long? Mxf(byte[] start, ContainerWalk walk)
    {
        const int Key = 16, FooterAt = 24;
        if (!start.AsSpan().StartsWith((ReadOnlySpan<byte>)[6, 0x0e, 0x2b, 0x34])) return null;
        int more = start[Key] < 0x80 ? 0 : start[Key] & 0x7f;
        if (more > 8) return null;
        long size = more == 0 ? start[Key] : 0;
        for (int i = 1; i <= more; i++) size = (size << 8) | start[Key + i];
        int value = Key + 1 + more;
        if (start.AsSpan(4, 9).SequenceEqual((ReadOnlySpan<byte>)[2, 5, 1, 1, 0x0d, 1, 2, 1, 1]) && start[13] is 2 or 3 or 4)
        {
            long footer = BinaryPrimitives.ReadInt64BigEndian(start.AsSpan(value + FooterAt));
            if (footer >= walk.Length) walk.Fault = "its last part lies behind its end";
            walk.StatesEnd |= footer > 0;
        }

        return size < 0 ? null : value + size;
    }
}
