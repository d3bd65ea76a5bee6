using System.Formats.Tar;
using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Writes the samples of a built data set as WebDataset shards: tar archives whose files of one sample follow each other, and an index.</summary>
/// <remarks>
/// A sample's files share a key: <c>clip_000019.blur.png</c>, <c>.spike.dat</c>, <c>.sharp.0.png</c> and so on, and <c>.json</c>, which says
/// sizes and the files' places in the data set. The shards depend on the data set alone: no date, no owner.
/// </remarks>
/// <param name="dataset">The data set's folder.</param>
/// <param name="samplesPerShard">How many samples a shard holds at most.</param>
public sealed class ShardWriter(string dataset, int samplesPerShard)
{
    /// <summary>Lists the shards, in the form of the wids package.</summary>
    public const string IndexName = "index.json";

    readonly Manifest manifest = Manifest.Read(dataset) ?? throw Errors.NotBuilt(Path.GetFileName(Path.GetFullPath(dataset)), dataset);

    /// <summary>Writes the shards and, last, their index. A folder with an index is complete.</summary>
    /// <returns>How many shards there are.</returns>
    /// <exception cref="SpikeData.Compute.SpikeDataException">The data set is not built (SPIKE415), or the target holds something else (SPIKE458).</exception>
    public int Write(string folder)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(Path.Combine(folder, IndexName))) throw ShardErrors.ForeignFolder(folder);
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, IndexName));
        foreach (string old in Directory.EnumerateFiles(folder, "*.tar")) File.Delete(old);
        JsonArray shards = [.. SplitsOf().SelectMany(split => Write(folder, split.Key, [.. split]))];
        AtomicFile.Write(Path.Combine(folder, IndexName), Json.Write(new JsonObject
        {
            ["__kind__"] = "wids-shard-index-v1",
            ["wids_version"] = 1,
            ["name"] = manifest.Name,
            ["shardlist"] = shards,
        }));
        return shards.Count;
    }

    IEnumerable<IGrouping<string, (ManifestClip Clip, ManifestSample Sample)>> SplitsOf() =>
        manifest.Clips.SelectMany(clip => clip.Samples.Select(sample => (Clip: clip, Sample: sample))).GroupBy(entry => entry.Clip.Split);

    IEnumerable<JsonObject> Write(string folder, string split, (ManifestClip Clip, ManifestSample Sample)[] samples)
    {
        foreach ((int number, (ManifestClip Clip, ManifestSample Sample)[] part) in samples.Chunk(samplesPerShard).Index())
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{(split.Length == 0 ? manifest.Name : split)}-{number:D6}.tar");
            string path = Path.Combine(folder, name);
            DraftFile.Write(path, file =>
            {
                using TarWriter tar = new(file, TarEntryFormat.Ustar, leaveOpen: true);
                foreach ((ManifestClip clip, ManifestSample sample) in part) Write(tar, clip, sample);
            });
            yield return new() { ["url"] = name, ["nsamples"] = part.Length, ["filesize"] = new FileInfo(path).Length };
        }
    }

    void Write(TarWriter tar, ManifestClip clip, ManifestSample sample)
    {
        string key = $"{clip.Name.Replace('.', '-')}_{sample.Label}";
        JsonObject places = [];
        foreach (IGrouping<string, StoredFile> kind in clip.Files.Where(file => file.Exposure == sample.Exposure).OrderBy(file => file.Kind, StringComparer.Ordinal).ThenBy(file => file.Number).GroupBy(file => file.Kind))
        {
            StoredFile[] files = [.. kind];
            foreach ((int number, StoredFile file) in files.Index())
            {
                string part = kind.Key + (files.Length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $".{number}")) + Path.GetExtension(file.Path);
                using FileStream content = File.OpenRead(Path.Combine(dataset, file.Path));
                Add(tar, $"{key}.{part}", content);
                places[part] = file.Path;
            }
        }

        JsonObject facts = new()
        {
            ["clip"] = clip.Name, ["split"] = clip.Split, ["label"] = sample.Label, ["products"] = Dataset.Merge(manifest.Products, clip.Products), ["files"] = places,
        };
        using MemoryStream json = new(Json.Write(facts));
        Add(tar, key + ".json", json);
    }

    static void Add(TarWriter tar, string name, Stream content) => tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
    {
        DataStream = content,
        ModificationTime = DateTimeOffset.UnixEpoch,
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
    });
}
