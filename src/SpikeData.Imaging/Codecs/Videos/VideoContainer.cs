using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>The outer parts of a video file: enough to tell what it is and whether it is whole, before a decoder sees it.</summary>
/// <remarks>A decoder would decode a file that was cut short up to the cut, silently.</remarks>
static class VideoContainer
{
    const int MostParts = 1 << 20;

    /// <summary>What kind of video a file is.</summary>
    /// <exception cref="Compute.SpikeDataException">SPIKE441: cannot be opened. SPIKE442: none of the known kinds. SPIKE443: ends too early.</exception>
    public static VideoKind Check(string path)
    {
        using SafeFileHandle file = MediaError.Open(path);
        VideoKind kind = VideoKind.Of(file) ?? throw MediaError.Unsupported(path, "is not a video this library reads");
        if (Parts(kind) is not { } part || IsWhole(file, part)) return kind;
        throw MediaError.Damaged(path, "ends too early: its last part is longer than the rest of the file");
    }

    /// <summary>How to read the size of a part, where a kind consists of such parts from the first byte on.</summary>
    static Func<byte[], (long Size, int Header)>? Parts(VideoKind kind) => kind.Demuxer switch { "mov" => Box, "avi" => Chunk, "matroska" => Element, _ => null };

    static bool IsWhole(SafeFileHandle file, Func<byte[], (long Size, int Header)> part)
    {
        long length = RandomAccess.GetLength(file), at = 0;
        var start = new byte[16];
        for (int parts = 0; at < length && parts < MostParts; parts++)
        {
            start.AsSpan(RandomAccess.Read(file, start, at)).Clear();
            (long size, int header) = part(start);
            if (size < 0) return true;
            if (size > length - at - header) return false;
            at += header + size;
        }

        return true;
    }

    /// <summary>ISO 14496-12: 32-bit size including the header, 1 for a 64-bit size, 0 for "to the end".</summary>
    static (long Size, int Header) Box(byte[] start)
    {
        long size = BinaryPrimitives.ReadUInt32BigEndian(start);
        if (size == 1) return (BinaryPrimitives.ReadInt64BigEndian(start.AsSpan(8)) - 16, 16);
        return (size - 8, 8);
    }

    /// <summary>RIFF: type, then the 32-bit size of what follows, padded to even.</summary>
    static (long Size, int Header) Chunk(byte[] start) => (BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(4)) + 0L, 8);

    /// <summary>RFC 8794: an id and a size, each as long as its leading zeros say; all ones is "unknown".</summary>
    static (long Size, int Header) Element(byte[] start)
    {
        int id = byte.LeadingZeroCount(start[0]) + 1;
        int bytes = byte.LeadingZeroCount(start[id % 16]) + 1;
        if (id > 4 || bytes > 8) return (-1, 0);
        long size = start[id] & (0xff >> bytes), unknown = (1L << (7 * bytes)) - 1;
        for (int i = 1; i < bytes; i++) size = (size << 8) | start[id + i];
        return (size == unknown ? -1 : size, id + bytes);
    }
}
