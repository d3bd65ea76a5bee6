using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Recipes that write shards in place of folders.</summary>
public sealed class WebDatasetLayoutTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task Folder_HoldsShardsAndTheirIndex_AndASecondBuildDoesNothing()
    {
        DatasetResult built = await Build(new WebDatasetLayout(2));
        Assert.Equal((DatasetState.Built, 6), (built.State, built.Samples));
        Assert.Equal(
            ["README.md", "index.json", "manifest.json", "preview.png", "set-000000.tar", "set-000001.tar", "set-000002.tar"],
            TemporaryFolder.Content(built.Directory).Keys);
        Assert.Equal(DatasetState.UpToDate, (await Build(new WebDatasetLayout(2))).State);
        File.Delete(Path.Combine(built.Directory, "set-000001.tar"));
        Assert.Equal(DatasetState.Built, (await Build(new WebDatasetLayout(2))).State);
    }

    [Fact]
    public async Task Samples_AreThoseOfTheOtherLayout()
    {
        string[] apart = Content(await Build(new SsdmLayout()));
        Assert.Equal(6, apart.Distinct().Count());
        Assert.Equal(apart, Content(await Build(new WebDatasetLayout(4))));
    }

    [Fact]
    public async Task ChangeOfLayout_LeavesNothingOfTheOneBefore()
    {
        await Build(new SsdmLayout());
        DatasetResult shards = await Build(new WebDatasetLayout());
        Assert.Empty(Directory.GetDirectories(shards.Directory));
        DatasetResult files = await Build(new SsdmLayout());
        Assert.Empty(Directory.GetFiles(files.Directory, "*.tar"));
        Assert.False(File.Exists(Path.Combine(files.Directory, ShardWriter.IndexName)));
    }

    [Fact]
    public async Task Unpacked_ItIsADataSetOfFolders()
    {
        DatasetResult built = await Build(new WebDatasetLayout(4));
        Assert.Equal(6, ShardReader.Unpack(built.Directory, folder["again"]));
        Manifest manifest = Manifest.Read(folder["again"])!;
        Assert.Null(manifest.Shards);
        Assert.All(manifest.Files, file => Assert.Equal(file.Sha256, Digest.OfFile(Path.Combine(folder["again"], file.Path.Text))));
        Assert.Equal(6, Dataset.SamplesOf(manifest, folder["again"]).Count());
    }

    [Fact]
    public async Task FlippedBitInAShard_IsFound()
    {
        DatasetResult built = await Build(new WebDatasetLayout(4));
        string shard = Path.Combine(built.Directory, "set-000000.tar");
        byte[] content = await File.ReadAllBytesAsync(shard, TestContext.Current.CancellationToken);
        content[^2000] ^= 1;
        await File.WriteAllBytesAsync(shard, content, TestContext.Current.CancellationToken);
        Assert.Equal(shard, Assert.Single(new StoreCare(new(folder.Path, device)).Verify(["set"])).Path);
    }

    [Fact]
    public async Task LockedShards_AreTheLockedOnes()
    {
        DatasetResult built = await Build(new WebDatasetLayout(4));
        DatasetsLock locked = DatasetsLock.Empty.With("set", new DatasetBuilder(new(folder.Path, device)).Lock(Recipe(new WebDatasetLayout(4))));
        Directory.Delete(built.Directory, recursive: true);
        Assert.Empty((await Build(new WebDatasetLayout(4), locked)).Failures);
    }

    [Fact]
    public async Task ClipWithALongName_IsInTheShardsUnderIt()
    {
        string name = "Taubenschlag im Nebel, früh am Morgen " + new string('x', 100);
        DatasetResult built = await Build(new WebDatasetLayout(4), clips: [name]);
        Assert.Equal(2, ShardReader.Unpack(built.Directory, folder["again"]));
        Assert.True(File.Exists(folder[$"again/blur_data/{name}/000008.png"]));
        byte[] before = await File.ReadAllBytesAsync(Path.Combine(built.Directory, "set-000000.tar"), TestContext.Current.CancellationToken);
        Directory.Delete(built.Directory, recursive: true);
        await Build(new WebDatasetLayout(4), clips: [name]);
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(built.Directory, "set-000000.tar"), TestContext.Current.CancellationToken));
    }

    /// <summary>What each sample is and holds.</summary>
    static string[] Content(DatasetResult built) =>
    [
        .. Dataset.SamplesOf(Manifest.Read(built.Directory)!, built.Directory).Select(sample =>
            $"{sample} {Digest.OfBytes(sample.ReadBlur().Bytes)} {Digest.OfBytes(sample.ReadSpikes().Bytes)} {string.Join(' ', sample.ReadSharp().Select(picture => Digest.OfBytes(picture.Bytes)))}"),
    ];

    /// <summary>Clips of twenty frames: two samples each, and files of exposures that are none.</summary>
    TestPipeline Recipe(ILayout layout, params string[] clips) => new(
        "set",
        new SyntheticSource(20) { Folder = folder, Brightness = frame => (byte)(12 * frame), Clips = clips.Length == 0 ? ["a", "b", "ü"] : clips },
        new Expose(5, 1), new SynthesizeBlur(), new SimulateSpikes(Scale: 1, Margin: 2), new ExtractSharp(2), new Write(layout));

    async Task<DatasetResult> Build(ILayout layout, DatasetsLock? locked = null, params string[] clips)
    {
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)) { Locked = locked }.BuildAsync(Recipe(layout, clips), cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result;
    }
}
