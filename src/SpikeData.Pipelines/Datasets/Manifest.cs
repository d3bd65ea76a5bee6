using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace SpikeData.Pipelines;

/// <summary>What a data set's folder holds and how it came about; written last, so that a folder with a manifest is complete.</summary>
/// <param name="Format">The version of this file's form.</param>
/// <param name="Name">The recipe's name.</param>
/// <param name="Description">What the recipe says about itself.</param>
/// <param name="Key">The content key of the whole data set.</param>
/// <param name="Samples">How many samples there are.</param>
/// <param name="Stages">The recipe: each stage with its version and parameters, defaults included.</param>
/// <param name="Products">What is true of each product in all clips: sizes in pixels, ticks, ticks per second, the simulator and its constants, the seed.</param>
/// <param name="Clips">The clips, sorted by split and name.</param>
public sealed record Manifest(
    int Format, string Name, string Description, string Key, int Samples, JsonArray Stages, JsonObject Products, IReadOnlyList<ManifestClip> Clips)
{
    /// <summary>Its name in the data set's folder.</summary>
    public const string FileName = "manifest.json";

    /// <summary>The version of the form written today.</summary>
    public const int CurrentFormat = 1;

    /// <summary>The archives that hold the files of all clips, and their index; null where files lie in folders.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<StoredFile>? Shards { get; init; }

    /// <summary>Every file of every clip.</summary>
    internal IEnumerable<StoredFile> Files => Clips.SelectMany(clip => clip.Files);

    /// <summary>What lies in the folder: every file of every clip, or the archives that hold them.</summary>
    internal IEnumerable<StoredFile> Placed => Shards ?? Files;

    /// <summary>The same without files that belong to no sample.</summary>
    internal Manifest OnlySamples() => this with
    {
        Clips = [.. Clips.Select(clip => clip with { Files = [.. clip.Files.Where(file => clip.Samples.Any(sample => sample.Exposure == file.Exposure))] })],
    };

    /// <summary>Reads the manifest of a folder that somebody says is a data set.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE456: there is none of this form.</exception>
    public static Manifest ReadOwn(string directory) => Read(directory) ?? throw Errors.NoManifest(directory);

    /// <summary>Reads the manifest of a data set's folder; null when there is none of this form.</summary>
    public static Manifest? Read(string directory) =>
        Json.Read<Manifest>(Path.Combine(directory, FileName)) is { Format: CurrentFormat } manifest ? manifest : null;
}
