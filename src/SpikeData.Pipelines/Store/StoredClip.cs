using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>What the store says of a finished clip: its key, what the key was made of, and the files, sorted by path.</summary>
/// <param name="Key">The content key.</param>
/// <param name="Parts">Everything the clip depends on.</param>
/// <param name="Facts">What is worth knowing of each product: sizes, tick rate, constants.</param>
/// <param name="Samples">The exposures of which every product exists.</param>
/// <param name="Files">The files.</param>
sealed record StoredClip(
    ContentKey Key, IReadOnlyList<KeyPart> Parts, JsonObject Facts, IReadOnlyList<ManifestSample> Samples, IReadOnlyList<StoredFile> Files)
{
    /// <summary>The key of each product, by its kind: what it rests on of all that the clip does. Absent where an older version recorded the clip.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, ContentKey>? Products { get; init; }

    /// <summary>Which build of this program recorded it; no part of the key, and of no manifest.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? RecordedBy { get; init; }
}
