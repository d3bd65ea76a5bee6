using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Tells which packets of H.264 hold the second field of a frame, whose first field came in a packet of its own.</summary>
/// <remarks>FFmpeg's parser reads the head of each picture; what it found stands in an AVCodecParserContext of FFmpeg 7.1.</remarks>
sealed unsafe class H264Fields : IDisposable
{
    const int WholePackets = 1, Flags = 184, Structure = 304;

    /// <summary>AVPictureStructure.</summary>
    const int Top = 1, Bottom = 2;

    const int LengthInHeader = 4, Slice = 1, KeySlice = 5;

    readonly int lengthBytes;
    nint parser, decoder;
    int opened;

    public H264Fields(StreamView stream)
    {
        nint codec = FfmpegLibrary.FindDecoder(stream.Codec);
        decoder = FfmpegLibrary.AllocateDecoder(codec);
        _ = FfmpegLibrary.SetParameters(decoder, stream.Parameters);
        parser = FfmpegLibrary.CreateParser(stream.Codec);
        if (parser != 0) *(int*)(parser + Flags) |= WholePackets;
        // ISO 14496-15: version 1, then how long the length of each unit is. Otherwise units follow start codes.
        ReadOnlySpan<byte> header = stream.ExtraData;
        lengthBytes = header.Length > LengthInHeader && header[0] == 1 ? (header[LengthInHeader] & 3) + 1 : 0;
    }

    /// <summary>Whether the next packet, in the order of decoding, completes the frame of the one before.</summary>
    public bool IsSecond(PacketView packet)
    {
        int field = FieldOf(packet);
        bool isSecond = opened + field == Top + Bottom && opened != 0 && field != 0;
        opened = isSecond ? 0 : field;
        return isSecond;
    }

    public void Dispose()
    {
        if (parser != 0) FfmpegLibrary.CloseParser(parser);
        parser = 0;
        fixed (nint* pointer = &decoder) FfmpegLibrary.FreeDecoder(pointer);
    }

    /// <summary>The field that the packet holds alone; 0 where it holds a frame or both fields.</summary>
    int FieldOf(PacketView packet)
    {
        if (parser == 0) return 0;
        nint parsed;
        int size;
        fixed (byte* bytes = packet.Bytes)
            _ = FfmpegLibrary.Parse(parser, decoder, &parsed, &size, bytes, packet.Bytes.Length, packet.Shown, packet.Decoded, 0);
        int structure = *(int*)(parser + Structure);
        return structure is Top or Bottom && Pictures(packet.Bytes) == 1 ? structure : 0;
    }

    /// <summary>How many pictures begin in a packet: each has one slice whose first macroblock is the number 0, coded as one set bit.</summary>
    int Pictures(ReadOnlySpan<byte> bytes)
    {
        int pictures = 0;
        while (NextUnit(ref bytes) is { IsEmpty: false } unit)
            if ((unit[0] & 31) is Slice or KeySlice && unit.Length > 1 && unit[1] >= 0x80) pictures++;
        return pictures;
    }

    ReadOnlySpan<byte> NextUnit(ref ReadOnlySpan<byte> bytes)
    {
        if (lengthBytes == 0)
        {
            int at = bytes.IndexOf((ReadOnlySpan<byte>)[0, 0, 1]);
            bytes = at < 0 ? [] : bytes[(at + 3)..];
            return bytes;
        }

        if (bytes.Length <= lengthBytes) return [];
        Span<byte> length = stackalloc byte[sizeof(uint)];
        length.Clear();
        bytes[..lengthBytes].CopyTo(length[^lengthBytes..]);
        bytes = bytes[lengthBytes..];
        ReadOnlySpan<byte> unit = bytes[..(int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(length), (uint)bytes.Length)];
        bytes = bytes[unit.Length..];
        return unit;
    }
}
