using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace SpikeData.Compute;

/// <summary>Which sequence of random numbers: 64 bits that depend on a seed and on the names of what is drawn for.</summary>
/// <param name="Low">The first 32 bits.</param>
/// <param name="High">The second 32 bits.</param>
public readonly record struct PhiloxKey(int Low, int High)
{
    /// <summary>The key of a seed and names, such as a recipe and a clip; the same on every machine and in every version.</summary>
    /// <remarks>
    /// The first eight bytes, little-endian, of the SHA-256 of the seed (eight bytes, little-endian) and of each name in UTF-8 behind its
    /// length in bytes (four bytes, little-endian), so that ("ab", "c") and ("a", "bc") differ.
    /// </remarks>
    public static PhiloxKey Derive(long seed, params ReadOnlySpan<string> names)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(number, seed);
        hash.AppendData(number[..sizeof(long)]);
        foreach (string name in names)
        {
            byte[] text = Encoding.UTF8.GetBytes(name);
            BinaryPrimitives.WriteInt32LittleEndian(number, text.Length);
            hash.AppendData(number[..sizeof(int)]);
            hash.AppendData(text);
        }

        hash.GetHashAndReset(number);
        return new(BinaryPrimitives.ReadInt32LittleEndian(number), BinaryPrimitives.ReadInt32LittleEndian(number[sizeof(int)..]));
    }
}
