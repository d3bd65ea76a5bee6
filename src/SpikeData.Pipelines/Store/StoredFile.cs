using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>One file of a finished clip.</summary>
/// <param name="Path">Its place in the data set.</param>
/// <param name="Kind">The product it belongs to, such as "blur".</param>
/// <param name="Exposure">The exposure it was recorded from, counted from 0.</param>
/// <param name="Number">The number in its name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">The digest of its content.</param>
public sealed record StoredFile(RelativePath Path, string Kind, int Exposure, int Number, long Bytes, [property: JsonPropertyName("sha256")] string Sha256);
