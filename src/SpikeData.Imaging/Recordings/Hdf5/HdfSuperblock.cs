namespace SpikeData.Imaging;

/// <summary>Where an HDF5 file begins: at its first byte, or behind a user block of 512 bytes or a power of two times that, as MATLAB writes.</summary>
static class HdfSuperblock
{
    public const int SignatureLength = 8, LengthOfOrigin = 8;

    const int FirstUserBlock = 512;

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'H', (byte)'D', (byte)'F', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The place of the superblock; null where the file is no HDF5.</summary>
    public static long? Find(Stream file)
    {
        Span<byte> found = stackalloc byte[SignatureLength];
        for (long at = 0; at + SignatureLength <= file.Length; at = at == 0 ? FirstUserBlock : 2 * at)
        {
            file.Position = at;
            file.ReadExactly(found);
            if (found.SequenceEqual(Signature)) return at;
        }

        return null;
    }

    /// <summary>The place in the superblock where it says itself where it is.</summary>
    public static int OriginAt(Stream file, long superblock)
    {
        file.Position = superblock + SignatureLength;
        return file.ReadByte() switch { 0 => 24, 1 => 28, _ => 12 };
    }
}
