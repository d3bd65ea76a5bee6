using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>One clip of a data set.</summary>
/// <param name="Name">The clip's name.</param>
/// <param name="Split">The part of the data set it belongs to; empty when there are no parts.</param>
/// <param name="Key">The content key of the clip.</param>
/// <param name="Products">What is true of its products, apart from what is true in all clips.</param>
/// <param name="Samples">Its samples: the exposures of which every product exists.</param>
/// <param name="Files">Its files, sorted by path.</param>
public sealed record ManifestClip(
    string Name, string Split, ContentKey Key, JsonObject Products, IReadOnlyList<ManifestSample> Samples, IReadOnlyList<StoredFile> Files)
{
    /// <summary>Split and name, as messages show them.</summary>
    internal string Title => Split.Length == 0 ? Name : $"{Split}/{Name}";
}
