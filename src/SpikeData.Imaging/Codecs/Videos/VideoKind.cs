using Microsoft.Win32.SafeHandles;

namespace SpikeData.Imaging;

/// <summary>A kind of video file, told by the first bytes, never by the name.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Demuxer">What FFmpeg calls it: no other part of FFmpeg looks at the file, so that no text can pass for a playlist.</param>
sealed record VideoKind(string Name, string Demuxer)
{
    /// <summary>The kinds, as messages list them.</summary>
    public const string Known = "MP4, MOV, 3GP, MKV, WebM, AVI, MPEG (PS, TS), FLV, ASF (WMV), Ogg, GIF, MXF, IVF and Y4M";

    /// <summary>How many bytes are looked at.</summary>
    const int Enough = 1024;

    /// <summary>MPEG-TS: the first byte of each packet, and bytes of a packet, without and with a time before it.</summary>
    public const int Sync = 0x47, Packet = 188, TimedPacket = 192;

    static readonly VideoKind
        Mp4 = new("MP4", "mov"), Avi = new("AVI", "avi"), Matroska = new("Matroska", "matroska"),
        Transport = new("MPEG-TS", "mpegts"), Program = new("MPEG-PS", "mpeg"), Flash = new("FLV", "flv"), Asf = new("ASF", "asf"),
        Ogg = new("Ogg", "ogg"), Gif = new("GIF", "gif"), Mxf = new("MXF", "mxf"), Ivf = new("IVF", "ivf"), Y4m = new("Y4M", "yuv4mpegpipe");

    /// <summary>Whether it consists of packets of one length.</summary>
    public bool IsTransport => this == Transport;

    /// <summary>Whether every whole file of the kind ends with a mark.</summary>
    public bool HasEndMark => this == Ogg || this == Gif;

    /// <summary>The kind of a file, or null where it is no video.</summary>
    public static VideoKind? Of(SafeFileHandle file)
    {
        Span<byte> start = stackalloc byte[Enough];
        return Of(start[..RandomAccess.Read(file, start, 0)]);
    }

    /// <summary>The kind of a file that begins like this.</summary>
    public static VideoKind? Of(ReadOnlySpan<byte> start)
    {
        if (start.Length < 16) return null;
        if (IsBox(start[4..8])) return Mp4;
        if (start.StartsWith("RIFF"u8) && start[8..].StartsWith("AVI "u8)) return Avi;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1a, 0x45, 0xdf, 0xa3])) return Matroska;
        if (IsPackets(start, 0, Packet) || IsPackets(start, TimedPacket - Packet, TimedPacket)) return Transport;
        if (start.StartsWith((ReadOnlySpan<byte>)[0, 0, 1, 0xba])) return Program;
        if (start.StartsWith("FLV\u0001"u8)) return Flash;
        if (start.StartsWith((ReadOnlySpan<byte>)[0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11])) return Asf;
        if (start.StartsWith("OggS"u8)) return Ogg;
        if (start.StartsWith("GIF87a"u8) || start.StartsWith("GIF89a"u8)) return Gif;
        if (start.StartsWith((ReadOnlySpan<byte>)[6, 0x0e, 0x2b, 0x34, 2, 5, 1, 1])) return Mxf;
        if (start.StartsWith("DKIF\0\0"u8)) return Ivf;
        return start.StartsWith("YUV4MPEG2 "u8) ? Y4m : null;
    }

    /// <summary>Whether a file of ISO 14496-12 or QuickTime can begin with a box of this type.</summary>
    static bool IsBox(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("ftyp"u8) || type.SequenceEqual("moov"u8) || type.SequenceEqual("mdat"u8) || type.SequenceEqual("wide"u8)
        || type.SequenceEqual("free"u8) || type.SequenceEqual("skip"u8) || type.SequenceEqual("pnot"u8);

    static bool IsPackets(ReadOnlySpan<byte> start, int first, int packet)
    {
        int packets = 0;
        for (int at = first; at < start.Length; at += packet, packets++)
            if (start[at] != Sync) return false;
        return packets >= 2;
    }
}
