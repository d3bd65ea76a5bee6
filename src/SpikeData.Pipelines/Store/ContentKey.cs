using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>Names a result by everything it depends on: SHA-256 over declared facts, in order; 64 hexadecimal digits and nothing else.</summary>
[JsonConverter(typeof(TextConverter<ContentKey>))]
public sealed record ContentKey : IText<ContentKey>
{
    static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    ContentKey(string text) => Text = text;

    /// <summary>The key in hexadecimal.</summary>
    public string Text { get; }

    /// <summary>A key, or null when the text is none.</summary>
    public static ContentKey? TryParse(string text) => FaultOf(text) is null ? new(text) : null;

    /// <inheritdoc cref="FileName.FaultOf"/>
    public static string? FaultOf(string text) =>
        text.Length == 2 * SHA256.HashSizeInBytes && text.AsSpan().IndexOfAnyExcept(Digits) < 0 ? null : "is no key of 64 hexadecimal digits";

    public override string ToString() => Text;

    /// <summary>The key of some facts. Lengths are hashed with the texts, so that no two lists of parts read the same.</summary>
    internal static ContentKey Of(IEnumerable<KeyPart> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (KeyPart part in parts)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{part.Name.Length}:{part.Name}={part.Value.Length}:{part.Value}\n")));
        }

        return new(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>The key of one text.</summary>
    internal static ContentKey OfText(string text) => new(Digest.OfText(text));
}
