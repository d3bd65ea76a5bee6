using System.Formats.Tar;
using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A data set as WebDataset shards, and back.</summary>
public sealed class ShardTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task FilesOfASample_FollowEachOtherUnderOneKey()
    {
        int shards = new ShardWriter(await Build(), samplesPerShard: 2).Write(folder["shards"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(2, shards);
        Assert.Equal(
            ["a_000002.blur.png", "a_000002.sharp.0.png", "a_000002.sharp.1.png", "a_000002.sidecar.yaml", "a_000002.spike.dat", "a_000002.json", "b_000002.blur.png"],
            Names(folder["shards/set-000000.tar"]).Take(7));
        JsonNode index = JsonNode.Parse(await File.ReadAllTextAsync(folder["shards/index.json"], TestContext.Current.CancellationToken))!;
        Assert.Equal("wids-shard-index-v1", index["__kind__"]!.GetValue<string>());
        Assert.Equal([2, 1], index["shardlist"]!.AsArray().Select(shard => shard!["nsamples"]!.GetValue<int>()));
        Assert.Equal(new FileInfo(folder["shards/set-000001.tar"]).Length, index["shardlist"]![1]!["filesize"]!.GetValue<long>());
    }

    [Fact]
    public async Task ClipsWhoseSamplesWouldShareAKey_AreRefused()
    {
        string dataset = await Build();
        Manifest manifest = Manifest.ReadOwn(dataset);
        ManifestClip clip = manifest.Clips[0];
        AtomicFile.Write(Path.Combine(dataset, Manifest.FileName), Json.Write(manifest with { Samples = 2 * clip.Samples.Count, Clips = [clip with { Name = "a.b" }, clip with { Name = "a-b", Files = [] }] }));
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => new ShardWriter(dataset, samplesPerShard: 2));
        Assert.Equal("SPIKE458", problem.Id);
        Assert.Contains("'a.b' and 'a-b'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unpacked_EveryFileIsTheOneItWas()
    {
        string dataset = await Build();
        new ShardWriter(dataset, 2).Write(folder["shards"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(3, ShardReader.Unpack(folder["shards"], folder["again"]));
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(dataset), after = TemporaryFolder.Content(folder["again"]);
        Assert.Equal(before.Keys.Except(["README.md", "preview.png"]), after.Keys);
        Assert.All(after, file => Assert.Equal(before[file.Key], file.Value));
    }

    [Fact]
    public async Task WrittenTwice_TheShardsAreTheSame()
    {
        string dataset = await Build();
        new ShardWriter(dataset, 2).Write(folder["one"], cancellation: TestContext.Current.CancellationToken);
        new ShardWriter(dataset, 1).Write(folder["two"], cancellation: TestContext.Current.CancellationToken);
        new ShardWriter(dataset, 2).Write(folder["two"], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(TemporaryFolder.Content(folder["one"]), TemporaryFolder.Content(folder["two"]));
    }

    [Fact]
    public async Task FolderOfSomebodyElse_IsLeftAlone()
    {
        ShardWriter writer = new(await Build(), 2);
        folder.Write("mine/index.json", "{}");
        folder.Write("mine/backup.tar", "years");
        folder.Write("mine.draft/notes.txt", "ideas");
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(() => writer.Write(folder["mine"], cancellation: TestContext.Current.CancellationToken)).Id);
        Assert.Equal("years", await File.ReadAllTextAsync(folder["mine/backup.tar"], TestContext.Current.CancellationToken));
        Assert.Equal("ideas", await File.ReadAllTextAsync(folder["mine.draft/notes.txt"], TestContext.Current.CancellationToken));
        Assert.Equal("SPIKE488", Assert.Throws<SpikeDataException>(() => ShardReader.Unpack(folder["mine"], folder["mine"])).Id);
    }

    [Fact]
    public async Task ShardCutAnywhere_IsRefusedAndNothingIsLeft()
    {
        new ShardWriter(await Build(), 8).Write(folder["shards"], cancellation: TestContext.Current.CancellationToken);
        byte[] whole = await File.ReadAllBytesAsync(folder["shards/set-000000.tar"], TestContext.Current.CancellationToken);
        for (int length = 1; length < whole.Length - 1024; length += 700)
        {
            await File.WriteAllBytesAsync(folder["shards/set-000000.tar"], whole[..length], TestContext.Current.CancellationToken);
            if (length % 512 == 0) continue;
            Assert.Equal("SPIKE458", Assert.Throws<SpikeDataException>(() => ShardReader.Unpack(folder["shards"], folder["again"])).Id);
            Assert.Equal(["artifacts", "shards"], Directory.EnumerateDirectories(folder.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void PlaceOutsideOfTheFolder_IsRefused()
    {
        Directory.CreateDirectory(folder["shards"]);
        using (FileStream file = File.Create(folder["shards/evil-000000.tar"]))
        using (TarWriter tar = new(file, TarEntryFormat.Ustar))
        {
            Add(tar, "a_1.blur.png", "pixels");
            Add(tar, "a_1.json", """{"files": {"blur.png": "../../escaped.png"}}""");
        }

        Assert.Contains("leads out of the folder", Assert.Throws<SpikeDataException>(() => ShardReader.Unpack(folder["shards"], folder["again"])).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["escaped.png"]));
    }

    static void Add(TarWriter tar, string name, string text) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });

    static List<string> Names(string path)
    {
        using FileStream file = File.OpenRead(path);
        using TarReader tar = new(file);
        List<string> names = [];
        while (tar.GetNextEntry() is { } entry) names.Add(entry.Name);
        return names;
    }

    /// <summary>Three clips of five frames, one exposure each.</summary>
    async Task<string> Build()
    {
        SyntheticSource source = new(5) { Folder = folder, Brightness = frame => (byte)(40 * frame), Clips = ["a", "b", "c"] };
        TestPipeline pipeline = new(
            "set", source, new Expose(5, 1), new SynthesizeBlur(), new SimulateSpikes(Scale: 1, Margin: 0), new ExtractSharp(2), new Write(Sidecars: true));
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result.Directory;
    }
}
