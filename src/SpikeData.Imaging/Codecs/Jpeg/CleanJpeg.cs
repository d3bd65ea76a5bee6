using System.Buffers;

namespace SpikeData.Imaging;

/// <summary>A JPEG file with nothing but what its pixels come from, so that a decoder finds nothing to remark.</summary>
/// <remarks>Decoders write remarks on the console of the whole process. Those on damage are not reached: <see cref="JpegCheck"/> refuses it before.</remarks>
sealed class CleanJpeg
{
    const byte Marker = 0xff, Begin = 0xd8, End = 0xd9, Jfif = 0xe0, Adobe = 0xee, LastApplication = 0xef, Comment = 0xfe;
    const int ColorTransform = 11, LumaAndChroma = 1, LumaChromaAndBlack = 2;

    readonly ArrayBufferWriter<byte> body = new();
    bool isJfif;
    int? transform;

    /// <summary>Takes a segment, unless it is a remark itself.</summary>
    public void Segment(byte marker, ReadOnlySpan<byte> content)
    {
        // JFIF and Adobe's segment say which colors the planes are.
        if (marker == Jfif && content.Length >= 14 && content.StartsWith("JFIF\0"u8)) isJfif = true;
        else if (marker == Adobe && content.Length > ColorTransform && content.StartsWith("Adobe"u8)) transform = content[ColorTransform];
        if (marker is (>= Jfif and <= LastApplication) or Comment) return;
        int length = content.Length + 2;
        body.Write([Marker, marker, (byte)(length >> 8), (byte)length]);
        body.Write(content);
    }

    /// <summary>Takes coded data, restart markers included.</summary>
    public void Data(ReadOnlySpan<byte> coded) => body.Write(coded);

    /// <summary>The file.</summary>
    /// <param name="planes">How many planes there are.</param>
    public byte[] ToArray(int planes)
    {
        byte[] jfif = [Marker, Jfif, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0];
        // Of an unknown transform decoders make the usual one, with a remark.
        byte colors = (byte)(transform is 0 ? 0 : planes == 4 ? LumaChromaAndBlack : LumaAndChroma);
        byte[] adobe = [Marker, Adobe, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, colors];
        return [Marker, Begin, .. isJfif ? jfif : [], .. transform is null ? [] : adobe, .. body.WrittenSpan, Marker, End];
    }
}
