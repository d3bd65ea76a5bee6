using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Light of the store while it is read; at its end it is known whether every byte was what was written.</summary>
sealed class OpenLight : IDisposable
{
    readonly StoredFile file;
    readonly SHA256 hash = SHA256.Create();
    readonly CryptoStream stream;

    /// <exception cref="IOException">It is gone.</exception>
    public OpenLight(string path, StoredFile file, JsonObject facts, int pixels)
    {
        (this.file, Facts) = (file, facts);
        stream = new(InputFile.Open(path, 1 << 16, FileOptions.SequentialScan), hash, CryptoStreamMode.Read);
        Reader = new(stream, pixels);
    }

    /// <summary>What is known of the clip.</summary>
    public JsonObject Facts { get; }

    /// <summary>Reads it.</summary>
    public LightReader Reader { get; }

    /// <summary>Makes sure, when everything is read, that it was what was written.</summary>
    /// <exception cref="InvalidDataException">It was not.</exception>
    public void RequireWhole()
    {
        if (hash.Hash is not { } digest || Convert.ToHexStringLower(digest) != file.Sha256)
            throw new InvalidDataException("The light of the store holds other bytes than were written.");
    }

    public void Dispose()
    {
        stream.Dispose();
        hash.Dispose();
    }
}
