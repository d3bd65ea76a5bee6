using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>The size of a JPEG picture and the planes that it is made of.</summary>
/// <param name="IsProgressive">Whether each scan makes all of the picture better, instead of being a part of it.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Planes">Brightness and colors.</param>
sealed record JpegFrame(bool IsProgressive, int Height, int Width, JpegPlane[] Planes)
{
    public int MostAcross => Planes.Max(plane => plane.Across);

    public int MostDown => Planes.Max(plane => plane.Down);

    /// <summary>Reads a start of frame (ITU-T T.81, B.2.2); null where it cannot be one.</summary>
    public static JpegFrame? Read(ReadOnlySpan<byte> segment, bool isProgressive)
    {
        if (segment.Length < 6 || segment.Length != 6 + 3 * segment[5]) return null;
        JpegPlane[] planes = new JpegPlane[segment[5]];
        for (int i = 0; i < planes.Length; i++)
        {
            ReadOnlySpan<byte> plane = segment.Slice(6 + 3 * i, 3);
            planes[i] = new() { Id = plane[0], Across = plane[1] >> 4, Down = plane[1] & 15, Divisors = plane[2] };
            if (planes[i] is not { Across: >= 1 and <= 4, Down: >= 1 and <= 4, Divisors: < 4 }) return null;
        }

        JpegFrame frame = new(isProgressive, BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]), planes);
        if (planes.Length is 0 or > 4 || frame.Height == 0 || frame.Width == 0) return null;
        int across = Parts(frame.Width, 8 * frame.MostAcross), down = Parts(frame.Height, 8 * frame.MostDown);
        foreach (JpegPlane plane in planes)
        {
            plane.Columns = Parts(Parts(frame.Width * plane.Across, frame.MostAcross), 8);
            plane.Rows = Parts(Parts(frame.Height * plane.Down, frame.MostDown), 8);
            plane.Stride = across * plane.Across;
            if (isProgressive) plane.Known = new ulong[plane.Stride * down * plane.Down];
        }

        return frame;
    }

    /// <summary>How many parts of a length are needed.</summary>
    public static int Parts(int whole, int part) => (whole + part - 1) / part;
}
