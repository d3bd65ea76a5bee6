using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Writes the samples of a built data set as WebDataset shards: tar archives whose files of one sample follow each other, and an index.</summary>
/// <remarks>
/// A sample's files share a key: <c>clip_000019.blur.png</c>, <c>.spike.dat</c>, <c>.sharp.0.png</c> and so on, and <c>.json</c>, which says
/// sizes and the files' places in the data set. The shards depend on the data set alone: no date, no owner.
/// </remarks>
public sealed class ShardWriter : IPlacement
{
    /// <summary>How many samples a shard holds unless somebody says otherwise.</summary>
    public const int UsualSamples = 256;

    /// <summary>Lists the shards, in the form of the wids package.</summary>
    public const string IndexName = "index.json";

    /// <summary>The kind of the files that hold others.</summary>
    internal const string ShardKind = "shard";

    static readonly RelativePath Index = RelativePath.Parse(IndexName);

    readonly Manifest manifest;
    readonly Func<ManifestClip, StoredFile, string> pathOf;
    readonly (RelativePath Name, SampleOfClip[] Samples)[] plan;

    /// <param name="dataset">The data set's folder.</param>
    /// <param name="samplesPerShard">How many samples a shard holds at most.</param>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE456: the folder is no data set of ours. SPIKE458: two clips would share the keys of their samples.</exception>
    public ShardWriter(string dataset, int samplesPerShard)
        : this(dataset, Manifest.ReadOwn(dataset), samplesPerShard)
    {
    }

    /// <param name="dataset">The data set's folder.</param>
    /// <param name="manifest">What is in it, where no manifest says so.</param>
    /// <param name="samplesPerShard">How many samples a shard holds at most.</param>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE458: two clips would share the keys of their samples.</exception>
    public ShardWriter(string dataset, Manifest manifest, int samplesPerShard)
        : this(manifest, (_, file) => WithoutLinks(dataset, file.Path), samplesPerShard)
    {
    }

    /// <param name="manifest">The data set.</param>
    /// <param name="pathOf">Where a file of it lies.</param>
    /// <param name="samplesPerShard">How many samples a shard holds at most.</param>
    internal ShardWriter(Manifest manifest, Func<ManifestClip, StoredFile, string> pathOf, int samplesPerShard)
    {
        (this.manifest, this.pathOf) = (manifest.OnlySamples(), pathOf);
        SampleOfClip[] samples = [.. manifest.Clips.SelectMany(clip => clip.Samples.Select(sample => new SampleOfClip(clip, sample)))];
        if (samples.GroupBy(sample => (sample.Clip.Split, sample.Key)).FirstOrDefault(group => group.Skip(1).Any()) is { } shared)
            throw ShardErrors.SharedKey(shared.Key.Key, shared.Select(sample => sample.Clip));
        plan = [.. samples.GroupBy(sample => sample.Clip.Split)
            .SelectMany(split => split.Chunk(samplesPerShard).Select((part, number) => (NameOf(split.Key, number), part)))];
    }

    IReadOnlyList<RelativePath> IPlacement.Paths => [.. plan.Select(shard => shard.Name), Index];

    /// <summary>How many shards there will be.</summary>
    public int Count => plan.Length;

    /// <summary>Writes the shards, their index and the manifest; the folder appears when all are whole.</summary>
    /// <param name="folder">Where they go.</param>
    /// <param name="written">Called when a shard is whole.</param>
    /// <param name="cancellation">Ends the writing.</param>
    /// <returns>How many shards there are.</returns>
    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE488: the folder holds what this program did not write.</exception>
    public int Write(string folder, Action? written = null, CancellationToken cancellation = default)
    {
        using Draft draft = new(folder);
        Manifest placed = ((IPlacement)this).Place(draft.Content, _ => written?.Invoke(), cancellation);
        AtomicFile.Write(Path.Combine(draft.Content, Manifest.FileName), Json.Write(placed));
        draft.Publish();
        return plan.Length;
    }

    Manifest IPlacement.Place(string folder, Action<long> report, CancellationToken cancellation)
    {
        Disk.MakeFolder(folder);
        string index = Index.In(folder);
        Disk.DeleteFile(index);
        List<StoredFile> files = [];
        foreach ((RelativePath name, SampleOfClip[] samples) in plan)
        {
            cancellation.ThrowIfCancellationRequested();
            files.Add(WriteShard(folder, name, files.Count, samples));
            report(files.Count);
        }

        AtomicFile.Write(index, Json.Write(new JsonObject
        {
            ["__kind__"] = "wids-shard-index-v1",
            ["wids_version"] = 1,
            ["name"] = manifest.Name,
            ["shardlist"] = new JsonArray([.. plan.Zip(files, (shard, file) => new JsonObject { ["url"] = file.Path.Text, ["nsamples"] = shard.Samples.Length, ["filesize"] = file.Bytes })]),
        }));
        files.Add(new(Index, "index", 0, 0, new FileInfo(index).Length, Digest.OfFile(index)));
        return manifest with { Shards = files };
    }

    /// <summary>Shards are passed on, so nothing gets into them that only a link puts into the data set.</summary>
    static string WithoutLinks(string dataset, RelativePath file) =>
        file.LinkIn(dataset) is { } link ? throw DamagedFile.Linked(file.In(dataset), link).Error : file.In(dataset);

    StoredFile WriteShard(string folder, RelativePath name, int number, SampleOfClip[] samples)
    {
        string digest = "", path = name.In(folder);
        DraftFile.Write(path, file =>
        {
            using DigestStream stream = new(file);
            using (ShardArchive archive = new(stream))
                foreach (SampleOfClip sample in samples) archive.Add(sample, manifest, pathOf);
            digest = stream.Finish();
        });
        return new(name, ShardKind, 0, number, new FileInfo(path).Length, digest);
    }

    RelativePath NameOf(string split, int number) =>
        RelativePath.Parse(string.Create(CultureInfo.InvariantCulture, $"{(split.Length == 0 ? manifest.Name : split)}-{number:D6}.tar"));
}
