using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Reads what a <see cref="LightWriter"/> wrote.</summary>
/// <param name="source">Gives the bytes.</param>
/// <param name="pixels">How many pixels the sensor has.</param>
public sealed class LightReader(Stream source, int pixels)
{
    readonly int[] light = new int[pixels];
    readonly byte[] planes = new byte[checked(pixels * sizeof(int) + Inflater.Slack)];
    byte[] compressed = [];

    /// <summary>The light of the frame that was read last.</summary>
    public ReadOnlySpan<int> Light => light;

    /// <summary>Goes on to the next frame; false when there is none.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <exception cref="EndOfStreamException">It is cut short.</exception>
    public bool MoveNext()
    {
        Span<byte> start = stackalloc byte[sizeof(int)];
        int read = source.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read == 0) return false;
        if (read < start.Length) throw new EndOfStreamException();
        int length = BinaryPrimitives.ReadInt32LittleEndian(start);
        // What cannot be compressed takes hardly more room than before.
        if (length < 0 || length > 2L * planes.Length) throw new InvalidDataException("A frame of light has an impossible length.");
        if (compressed.Length < length + Inflater.Slack) compressed = new byte[length + Inflater.Slack];
        source.ReadExactly(compressed, 0, length);
        if (!Inflater.TryDecode(compressed.AsSpan(0, length + Inflater.Slack), planes))
            throw new InvalidDataException("A frame of light cannot be decompressed.");
        LightPlanes.Join(planes, light);
        return true;
    }
}
