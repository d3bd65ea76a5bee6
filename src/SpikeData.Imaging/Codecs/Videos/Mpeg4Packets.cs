using System.Numerics;

namespace SpikeData.Imaging;

/// <summary>Tells which packets of MPEG-4 Part 2 (ISO 14496-2) say no more than that the frame before is shown again.</summary>
/// <remarks>In AVI files a packet may hold two pictures. The second is shown in the place of the next packet, which is such an empty one as a rule.</remarks>
sealed class Mpeg4Packets
{
    const byte Picture = 0xb6;
    const int Predicted = 1, LongestEmpty = 3;

    int incrementBits;
    bool holdsNext;

    /// <param name="header">What stands before the first packet.</param>
    public Mpeg4Packets(ReadOnlySpan<byte> header) => ReadLayer(header);

    /// <summary>Whether the next packet shows a frame.</summary>
    public bool Shows(ReadOnlySpan<byte> packet)
    {
        ReadLayer(packet);
        ReadOnlySpan<byte> first = After(packet, IsPicture), second = After(first, IsPicture);
        bool held = holdsNext;
        ReadOnlySpan<byte> kept = held ? first : second;
        // As FFmpeg does it: neither empty pictures nor predicted ones are kept for the next packet.
        holdsNext = kept.Length > LongestEmpty && (kept[0] >> 6) != Predicted;
        return held || IsCoded(packet, first);
    }

    /// <summary>A packet of one byte is how DivX repeats a frame.</summary>
    bool IsCoded(ReadOnlySpan<byte> packet, ReadOnlySpan<byte> picture)
    {
        if (picture.IsEmpty) return packet.Length > 1;
        if (incrementBits == 0) return true;
        BigEndianBits bits = new(picture);
        bits.Skip(2);
        while (bits.Take(1) == 1)
        {
        }

        bits.Skip(1 + incrementBits + 1);
        return bits.IsBeyondEnd || bits.Take(1) == 1;
    }

    /// <summary>Finds out how many bits a time of a picture has, where the header of the layer stands here (6.2.3).</summary>
    void ReadLayer(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> layer = After(bytes, IsLayer);
        if (layer.IsEmpty) return;
        BigEndianBits bits = new(layer);
        bits.Skip(1 + 8);
        int version = bits.Take(1) == 1 ? bits.Take(7) >> 3 : 1;
        if (bits.Take(4) == 15) bits.Skip(16);
        if (bits.Take(1) == 1)
        {
            bits.Skip(2 + 1);
            if (bits.Take(1) == 1) bits.Skip(79);
        }

        if (bits.Take(2) == 3 && version != 1) bits.Skip(4);
        bits.Skip(1);
        int resolution = bits.Take(16);
        if (!bits.IsBeyondEnd) incrementBits = Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)Math.Max(0, resolution - 1)));
    }

    static bool IsPicture(byte code) => code == Picture;

    static bool IsLayer(byte code) => (code & 0xf0) == 0x20;

    /// <summary>What stands behind the first start code of a kind; empty where there is none.</summary>
    static ReadOnlySpan<byte> After(ReadOnlySpan<byte> bytes, Predicate<byte> isMeant)
    {
        while (bytes.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]) is >= 0 and var at && at + 4 < bytes.Length)
        {
            if (isMeant(bytes[at + 3])) return bytes[(at + 4)..];
            bytes = bytes[(at + 3)..];
        }

        return [];
    }
}
