namespace SpikeData.Imaging;

/// <summary>Tells packets that show no frame of their own from those that do, as far as codecs have such.</summary>
static class HiddenFrames
{
    /// <summary>Whether a packet shows a frame when it is decoded.</summary>
    public static bool Shows(PacketView packet, string codec)
    {
        ReadOnlySpan<byte> bytes = packet.Bytes;
        if (packet.IsDiscarded || bytes.IsEmpty) return false;
        return codec switch
        {
            // RFC 6386, 9.1.
            "vp8" => (bytes[0] & 0x10) != 0,
            "vp9" => IsSuperframe(bytes) || (bytes[0] & 0x0a) != 0,
            _ => true,
        };
    }

    /// <summary>A superframe (VP9, annex B) holds hidden frames and then one that is shown.</summary>
    static bool IsSuperframe(ReadOnlySpan<byte> bytes) => (bytes[^1] & 0xe0) == 0xc0;
}
