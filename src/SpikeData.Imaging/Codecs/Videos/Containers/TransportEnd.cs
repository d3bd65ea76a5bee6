using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>Whether an MPEG-TS file (ISO 13818-1) ends behind a frame: what remains of the last packet of a frame is filled up.</summary>
/// <remarks>
/// Frames of video do not say how long they are. One of 184 fills its last packet by chance, and is refused for the sake of the others:
/// decoders make up the rest of a frame that was cut, some without a word.
/// </remarks>
sealed class TransportEnd
{
    const int MostPackets = 1 << 17;

    readonly SafeFileHandle file;
    readonly int track, packetBytes;
    readonly byte[] packet = new byte[VideoKind.Packet];

    TransportEnd(SafeFileHandle file, int track)
    {
        (this.file, this.track) = (file, track);
        Span<byte> first = stackalloc byte[1];
        packetBytes = RandomAccess.Read(file, first, 0) == 1 && first[0] == VideoKind.Sync ? VideoKind.Packet : VideoKind.TimedPacket;
    }

    /// <summary>How it is seen that the file ends too early; null where it is not.</summary>
    /// <param name="file">The file.</param>
    /// <param name="track">The number that packets of the picture track bear; null where it is not known yet.</param>
    public static string? Fault(SafeFileHandle file, int? track)
    {
        TransportEnd end = new(file, track ?? 0);
        if (RandomAccess.GetLength(file) % end.packetBytes != 0) return $"it ends amid a packet of {end.packetBytes} bytes";
        return track is null || end.LastFrameIsWhole() ? null : "its last packet of pictures is full, so that its last frame goes on, as far as can be told";
    }

    bool LastFrameIsWhole()
    {
        long at = RandomAccess.GetLength(file) - packetBytes;
        bool? isFilledUp = null;
        for (int packets = 0; at >= 0 && packets < MostPackets; packets++, at -= packetBytes)
        {
            if (!Read(at)) continue;
            isFilledUp ??= IsFilledUp();
            if (isFilledUp == true) return true;
            if (BeginsFrame()) return IsOfStatedLength();
        }

        return true;
    }

    /// <summary>Reads a packet; whether it holds a part of the picture track.</summary>
    bool Read(long at) => RandomAccess.Read(file, packet, at + packetBytes - VideoKind.Packet) == packet.Length && packet[0] == VideoKind.Sync
        && (BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(1)) & 0x1fff) == track && (packet[3] & 0x10) != 0;

    bool BeginsFrame() => (packet[1] & 0x40) != 0;

    /// <summary>Bytes of the adaptation field, its length included.</summary>
    int Adaptation => (packet[3] & 0x20) != 0 ? 1 + packet[4] : 0;

    /// <summary>Whether the adaptation field is longer than what stands in it.</summary>
    bool IsFilledUp()
    {
        const int Head = 4, Clock = 6;
        if (Adaptation <= 1) return Adaptation == 1;
        byte flags = packet[Head + 1];
        int used = 2 + ((flags & 0x10) != 0 ? Clock : 0) + ((flags & 8) != 0 ? Clock : 0) + ((flags >> 2) & 1);
        for (int part = 2; part > 0; part--)
            if ((flags & part) != 0) used += 1 + packet[Math.Min(Head + used, VideoKind.Packet - 1)];
        return Adaptation > used;
    }

    bool IsOfStatedLength()
    {
        const int Length = 4;
        int payload = 4 + Adaptation;
        return payload + Length + 2 <= packet.Length && BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(payload + Length)) != 0;
    }
}
