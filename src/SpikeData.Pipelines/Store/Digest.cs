using System.Security.Cryptography;
using System.Text;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>SHA-256 in hexadecimal, of texts, bytes and files.</summary>
static class Digest
{
    public static string OfText(string text) => OfBytes(Encoding.UTF8.GetBytes(text));

    public static string OfBytes(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string OfFile(string path)
    {
        using var file = InputFile.Open(path, 1 << 16, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
