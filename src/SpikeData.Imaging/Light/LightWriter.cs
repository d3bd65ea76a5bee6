using System.Buffers.Binary;

namespace SpikeData.Imaging;

/// <summary>Writes the light of frame after frame: what changed since the frame before, compressed, to the same bytes on every machine.</summary>
/// <param name="target">Takes the bytes.</param>
/// <param name="pixels">How many pixels the sensor has.</param>
public sealed class LightWriter(Stream target, int pixels)
{
    readonly int[] before = new int[pixels];
    readonly byte[] planes = new byte[checked(pixels * sizeof(int))];

    /// <summary>Writes the next frame.</summary>
    /// <param name="light">In units of <see cref="Light"/>, or whatever whole numbers.</param>
    public void Write(ReadOnlySpan<int> light)
    {
        LightPlanes.Split(light, before, planes);
        byte[] compressed = Deflater.Encode(planes);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, compressed.Length);
        target.Write(length);
        target.Write(compressed);
    }
}
