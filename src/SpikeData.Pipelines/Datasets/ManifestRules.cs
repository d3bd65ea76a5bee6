using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>What holds of every manifest and of every clip in the store, and has to be checked: they are files, in which anything may stand.</summary>
static class ManifestRules
{
    /// <summary>More than any sensor has in one direction, and few enough for all of them to be counted in 32 bits.</summary>
    const int LongestSide = 1 << 15;

    const int MostPixels = 1 << 28;

    static readonly string[] Measured = ["blur", "spike", "sharp"], Sizes = ["width", "height"];

    /// <summary>What is wrong, in one sentence; null when nothing is.</summary>
    public static string? FaultOf(Manifest manifest) => FirstOf(Faults(manifest));

    /// <inheritdoc cref="FaultOf(Manifest)"/>
    public static string? FaultOf(StoredClip clip) => FirstOf([Facts(clip.Facts), .. Keys(clip.Products), .. Samples(clip.Samples), .. Files(clip.Files)]);

    static string? FirstOf(IEnumerable<string?> faults) => faults.OfType<string>().FirstOrDefault();

    static IEnumerable<string?> Faults(Manifest manifest)
    {
        yield return Name("the data set's name", manifest.Name);
        yield return manifest.Clips.Contains(null!) ? "a clip is null." : null;
        yield return manifest.Stages.All(IsStage) ? null : "a stage has no name.";
        yield return Facts(manifest.Products);
        foreach (string? fault in manifest.Clips.SelectMany(Faults)) yield return fault;
        yield return manifest.Clips.Select(clip => Sizeless(manifest, clip)).FirstOrDefault(fault => fault is not null);
        yield return Twice("the clip", manifest.Clips.Select(clip => clip.Title));
        yield return Twice("the file", manifest.Files.Select(file => file.Path.Text));
        yield return manifest.Samples == manifest.Clips.Sum(clip => (long)clip.Samples.Count) ? null : "the number of samples is not that of its clips.";
        foreach (string? fault in Shards(manifest.Shards ?? [])) yield return fault;
    }

    static IEnumerable<string?> Faults(ManifestClip clip) =>
    [
        clip.Split.Length == 0 ? null : Name("the split", clip.Split), ProgramFiles.Contain(clip.Split) ? $"the split '{clip.Split}' {ProgramFiles.Fault}." : null,
        Name("the clip", clip.Name), Facts(clip.Products), .. Samples(clip.Samples), .. Files(clip.Files),
    ];

    static IEnumerable<string?> Keys(IReadOnlyDictionary<string, ContentKey>? products) =>
        products?.Select(product => product.Value is null ? $"the product {FileName.Quoted(product.Key)} has no key." : null) ?? [];

    static IEnumerable<string?> Samples(IReadOnlyList<ManifestSample> samples) =>
        samples.Select(sample => sample is null ? "a sample is null." : sample.Exposure < 0 ? "an exposure has a number below 0." : Name("the label", sample.Label));

    static IEnumerable<string?> Files(IReadOnlyList<StoredFile> files) => files.Select(file => file is null
        ? "a file is null."
        : Fault(file) ?? (file.Path.Parent is null && ProgramFiles.Contain(file.Path.Name) ? $"the file '{file.Path}' {ProgramFiles.Fault}." : null));

    static IEnumerable<string?> Shards(IReadOnlyList<StoredFile> shards) =>
    [
        .. shards.Select(file => file is null ? "a shard is null." : Fault(file) ?? (IsShard(file) ? null : $"'{file.Path}' is no shard.")),
        Twice("the shard", shards.Select(file => file.Path.Text)),
    ];

    static bool IsShard(StoredFile file) => file.Path.Text == ShardWriter.IndexName
        || (file.Path.Parent is null && !ProgramFiles.Contain(file.Path.Name) && file.Path.Name.EndsWith(".tar", StringComparison.Ordinal));

    static string? Fault(StoredFile file)
    {
        if (file.Exposure < 0 || file.Number < 0 || file.Bytes < 0) return $"'{file.Path}' has a number below 0.";
        bool isDigest = file.Sha256.Length == 2 * SHA256.HashSizeInBytes && file.Sha256.All(char.IsAsciiHexDigitLower);
        return isDigest ? Name($"the kind of '{file.Path}',", file.Kind) : $"'{file.Path}' has no SHA-256.";
    }

    static string? Name(string what, string name) => FileName.FaultOf(name) is { } fault ? $"{what} {FileName.Quoted(name)} {fault}." : null;

    static string? Twice(string what, IEnumerable<string> names) => names.CountBy(name => name).FirstOrDefault(name => name.Value > 1) is { Key: { } twice } ? $"{what} '{twice}' is there twice." : null;

    static bool IsStage(JsonNode? node) => node is JsonObject stage && stage["stage"] is JsonValue name && name.TryGetValue(out string? _) && stage.All(member => IsRead(member.Value));

    /// <summary>Facts are objects by kind, of which the program itself looks at some numbers.</summary>
    static string? Facts(JsonObject kinds)
    {
        foreach ((string kind, JsonNode? facts) in kinds)
        {
            if (facts is not JsonObject of || !of.All(fact => IsRead(fact.Value))) return $"the facts of {FileName.Quoted(kind)} are none.";
            (int? width, int? height) = (Number(of["width"]), Number(of["height"]));
            bool isSize = width is null or (> 0 and <= LongestSide) && height is null or (> 0 and <= LongestSide) && (long)(width ?? 1) * (height ?? 1) <= MostPixels;
            if (!isSize) return string.Create(CultureInfo.InvariantCulture, $"the size of {FileName.Quoted(kind)} cannot be: {of["width"]}x{of["height"]}.");
            if (Number(of["ticks"]) < 1 || Number(of["ticksBeforeExposure"]) < 0) return $"the ticks of {FileName.Quoted(kind)} cannot be.";
        }

        return null;
    }

    /// <summary>Pictures and spikes are read by the size that the manifest says.</summary>
    static string? Sizeless(Manifest manifest, ManifestClip clip) =>
        clip.Files.Select(file => file.Kind).Distinct().FirstOrDefault(kind => Measured.Contains(kind) && !Sizes.All(fact => Says(clip.Products, kind, fact) || Says(manifest.Products, kind, fact))) is { } sizeless
            ? $"the size of '{sizeless}' of the clip '{clip.Title}' is not there."
            : null;

    static bool Says(JsonObject products, string kind, string fact) => products[kind]?[fact] is not null;

    /// <summary>A whole number; -1 for anything else than one, null where nothing stands.</summary>
    static int? Number(JsonNode? fact) => fact is null ? null : fact is JsonValue value && value.TryGetValue(out int number) ? number : -1;

    /// <summary>Nodes of JSON are made when somebody looks: whatever is wrong within them comes out here.</summary>
    static bool IsRead(JsonNode? node) => node switch
    {
        JsonObject members => members.All(member => IsRead(member.Value)),
        JsonArray items => items.All(IsRead),
        _ => true,
    };
}
