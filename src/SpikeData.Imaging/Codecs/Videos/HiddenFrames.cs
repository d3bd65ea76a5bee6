namespace SpikeData.Imaging;

/// <summary>Tells packets that show no frame of their own from those that do, as far as codecs have such.</summary>
sealed class HiddenFrames(string codec)
{
    /// <summary>A coded MPEG-4 picture is longer than that; shorter ones say that the picture before stays.</summary>
    const int LongestNotCoded = 8;

    bool holdsTwo;

    /// <summary>Whether the next packet shows a frame when it is decoded.</summary>
    public bool Shows(PacketView packet)
    {
        ReadOnlySpan<byte> bytes = packet.Bytes;
        if (packet.IsDiscarded || bytes.IsEmpty) return false;
        return codec switch
        {
            // RFC 6386, 9.1.
            "vp8" => (bytes[0] & 0x10) != 0,
            "vp9" => IsSuperframe(bytes) || (bytes[0] & 0x0a) != 0,
            "mpeg4" => ShowsMpeg4(bytes),
            _ => true,
        };
    }

    /// <summary>A superframe (VP9, annex B) holds hidden frames and then one that is shown.</summary>
    static bool IsSuperframe(ReadOnlySpan<byte> bytes) => (bytes[^1] & 0xe0) == 0xc0;

    /// <summary>An almost empty picture repeats the one before, unless its packet stands for the second picture of a packet before.</summary>
    bool ShowsMpeg4(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> picture = [0, 0, 1, 0xb6];
        bool isCoded = bytes.Length > LongestNotCoded, stands = holdsTwo;
        int first = bytes.IndexOf(picture), second = first < 0 ? -1 : bytes[(first + 4)..].IndexOf(picture);
        if (isCoded) holdsTwo = second >= 0;
        else holdsTwo = false;
        return isCoded || stands || first != 0;
    }
}
