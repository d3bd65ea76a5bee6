namespace SpikeData.Training;

/// <summary>Google's bfloat16: the upper half of a 32-bit float.</summary>
static class BrainFloats
{
    /// <summary>The bytes of the same numbers as 32-bit floats, little-endian.</summary>
    public static byte[] Widen(ReadOnlySpan<byte> bytes)
    {
        byte[] wide = new byte[checked(2 * bytes.Length)];
        for (int i = 0; i < bytes.Length; i += 2) (wide[2 * i + 2], wide[2 * i + 3]) = (bytes[i], bytes[i + 1]);
        return wide;
    }
}
