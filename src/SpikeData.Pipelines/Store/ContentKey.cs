using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SpikeData.Pipelines;

/// <summary>Names a result by everything it depends on: SHA-256 over declared facts, in order.</summary>
static class ContentKey
{
    /// <summary>The key in hexadecimal. Lengths are hashed with the texts, so that no two lists of parts read the same.</summary>
    public static string Of(IEnumerable<KeyPart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (KeyPart part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part.Name.Length}:{part.Name}={part.Value.Length}:{part.Value}\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
