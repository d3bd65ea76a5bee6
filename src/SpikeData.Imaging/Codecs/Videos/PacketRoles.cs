namespace SpikeData.Imaging;

/// <summary>Tells packets that show no frame of their own from those that do, as far as codecs have such.</summary>
sealed class PacketRoles(StreamView stream, string codec) : IDisposable
{
    readonly Mpeg4Packets? mpeg4 = codec == "mpeg4" ? new(stream.ExtraData) : null;
    readonly H264Fields? fields = codec == "h264" ? new(stream) : null;

    /// <summary>The role of the next packet, in the order of decoding.</summary>
    public PacketRole Of(PacketView packet)
    {
        ReadOnlySpan<byte> bytes = packet.Bytes;
        if (packet.IsDiscarded || bytes.IsEmpty || !Shows(bytes)) return PacketRole.Hidden;
        return fields?.IsSecond(packet) == true ? PacketRole.SecondField : PacketRole.Frame;
    }

    public void Dispose() => fields?.Dispose();

    bool Shows(ReadOnlySpan<byte> bytes) => codec switch
    {
        // RFC 6386, 9.1.
        "vp8" => (bytes[0] & 0x10) != 0,
        "vp9" => IsSuperframe(bytes) || (bytes[0] & 0x0a) != 0,
        _ => mpeg4?.Shows(bytes) ?? true,
    };

    /// <summary>A superframe (VP9, annex B) holds hidden frames and then one that is shown.</summary>
    static bool IsSuperframe(ReadOnlySpan<byte> bytes) => (bytes[^1] & 0xe0) == 0xc0;
}
