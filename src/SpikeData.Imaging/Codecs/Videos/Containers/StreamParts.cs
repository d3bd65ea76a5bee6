using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Lengths of parts, header included, in containers made to be sent; null from where on nothing says it.</summary>
static class StreamParts
{
    /// <summary>ISO 13818-1 and 11172-1: packs and packets behind start codes; an end code that many programs leave out.</summary>
    public static long? Program(byte[] start, ContainerWalk walk)
    {
        const byte End = 0xb9, Pack = 0xba;
        if (start is not [0, 0, 1, >= End, ..]) return null;
        walk.StatesEnd = start[3] == End;
        return start[3] switch
        {
            End => 4,
            Pack => (start[4] >> 6) == 1 ? 14 + (start[13] & 7) : 12,
            _ => 6 + BinaryPrimitives.ReadUInt16BigEndian(start.AsSpan(4)),
        };
    }

    /// <summary>FLV: tags, each followed by its length; the first may say how long the file is.</summary>
    public static long? Flash(byte[] start, ContainerWalk walk)
    {
        const int Header = 11, Length = 4;
        if (walk.At == 0) return BinaryPrimitives.ReadUInt32BigEndian(start.AsSpan(5)) + (long)Length;
        if ((start[0] & 31) is not (8 or 9 or 18)) return null;
        if (start.AsSpan().IndexOf("filesize\0"u8) is > 0 and var name && name + 17 <= start.Length)
        {
            double stated = BinaryPrimitives.ReadDoubleBigEndian(start.AsSpan(name + 9));
            walk.StatesEnd = stated > 0;
            if (stated > walk.Length) walk.Fault = FormattableString.Invariant($"it says that it has {stated:0} bytes, and has {walk.Length}");
        }

        int tag = Header + (start[1] << 16) + (start[2] << 8) + start[3];
        return walk.Left == tag ? tag : tag + Length;
    }

    /// <summary>RFC 3533: pages of segments; the last page of a stream has a mark.</summary>
    public static long? Ogg(byte[] start, ContainerWalk walk)
    {
        const int Header = 27, Flags = 5, EndOfStream = 4;
        if (!start.AsSpan().StartsWith("OggS"u8)) return null;
        walk.StatesEnd = (start[Flags] & EndOfStream) != 0;
        int segments = start[Header - 1];
        long size = Header + segments;
        foreach (byte segment in start.AsSpan(Header, segments)) size += segment;
        return size;
    }

    /// <summary>IVF: a header that says how many frames there are, then frames of a 32-bit size.</summary>
    public static long? Ivf(byte[] start, ContainerWalk walk)
    {
        if (walk.At > 0) return 12L + BinaryPrimitives.ReadUInt32LittleEndian(start);
        walk.StatesEnd = BinaryPrimitives.ReadUInt32LittleEndian(start.AsSpan(24)) > 0;
        return BinaryPrimitives.ReadUInt16LittleEndian(start.AsSpan(6));
    }
}
