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
    int Format, string Name, string Description, ContentKey Key, int Samples, JsonArray Stages, JsonObject Products, IReadOnlyList<ManifestClip> Clips)
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
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE456: there is none of this form. SPIKE435: there is one that cannot be used.</exception>
    public static Manifest ReadOwn(string directory) => Find(directory) ?? throw Errors.NoManifest(directory);

    /// <summary>Reads the manifest of a folder; null when there is none of this form.</summary>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE435: there is one that cannot be used.</exception>
    public static Manifest? Find(string directory)
    {
        string path = Path.Combine(directory, FileName);
        (Manifest? manifest, string? fault) = Json.Read<Manifest>(path, ManifestRules.FaultOf);
        return fault is null ? OfThisForm(manifest) : throw Errors.BadManifest(path, fault);
    }

    /// <summary>Reads the manifest of a folder; null when there is none that can be used, whatever the reason.</summary>
    public static Manifest? Read(string directory) => OfThisForm(Json.Read<Manifest>(Path.Combine(directory, FileName), ManifestRules.FaultOf).Value);

    static Manifest? OfThisForm(Manifest? manifest) => manifest is { Format: CurrentFormat } ? manifest : null;
}
