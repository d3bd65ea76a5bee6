namespace SpikeData.Imaging;

/// <summary>Tells packets that show no frame of their own from those that do, as far as codecs have such.</summary>
static class HiddenFrames
{
    /// <summary>A coded MPEG-4 picture is longer than that; shorter ones say that the picture before stays.</summary>
    const int LongestNotCoded = 16;

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
            "mpeg4" => bytes.Length > LongestNotCoded || !IsNotCoded(bytes),
            _ => true,
        };
    }

    /// <summary>A superframe (VP9, annex B) holds hidden frames and then one that is shown.</summary>
    static bool IsSuperframe(ReadOnlySpan<byte> bytes) => (bytes[^1] & 0xe0) == 0xc0;

    /// <summary>ISO 14496-2, 6.2.5: a picture that follows another and has almost no bits is one with vop_coded = 0.</summary>
    static bool IsNotCoded(ReadOnlySpan<byte> bytes) => bytes.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xb6]) && bytes.Length <= 8;
}
