using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A lock says what the data were when they were reviewed, and fails the build that would give others.</summary>
public sealed class DatasetsLockTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task LockedData_BuildAsBefore_AlsoInAnEmptyFolder()
    {
        DatasetsLock locked = await Lock(Recipe());
        Directory.Delete(folder["artifacts"], recursive: true);

        Assert.Equal(DatasetState.Built, (await Build(Recipe(), locked)).State);
        Assert.Equal(DatasetState.UpToDate, (await Build(Recipe(), locked)).State);
    }

    [Fact]
    public async Task ChangedParameter_FailsAtItsStage_AndNothingIsBuilt()
    {
        DatasetsLock locked = await Lock(Recipe());
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder["artifacts/datasets"]);

        DatasetResult result = await Build(Recipe(frames: 4), locked);

        BuildFailure drift = Assert.Single(result.Failures);
        Assert.StartsWith("datasets.yaml(4,7): error SPIKE417: 'set' is not what was locked: expose.frames: 5 is now 4.", drift.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, TemporaryFolder.Content(folder["artifacts/datasets"]));
    }

    [Fact]
    public async Task ChangedSource_IsNamed()
    {
        DatasetsLock locked = await Lock(Recipe());
        folder.Write("b.txt", "other bytes");

        BuildFailure drift = Assert.Single((await Build(Recipe(), locked)).Failures);

        Assert.Contains("'set' is not what was locked: b: b.txt: ", drift.Message, StringComparison.Ordinal);
        Assert.Equal(3, drift.Mark.Line);
    }

    [Fact]
    public async Task ChangedPictureAmongMany_IsNamedWhileTheStoreKnowsIt_AndItsGroupOtherwise()
    {
        foreach (int frame in Enumerable.Range(0, 70)) GoldenClip.Write(folder[$"source/a/{frame:0000}.png"], (byte)frame);
        Pipeline recipe = new TestPipeline("set", new Decode(SourcePattern.Parse("source/{clip}/*.png")), new Expose(5, 0), new SynthesizeBlur(), new Write());
        DatasetsLock locked = await Lock(recipe);
        Assert.Equal(["0000.png to 0031.png", "0032.png to 0063.png", "0064.png to 0069.png"], locked.Datasets["set"].Clips["a"].Sources.Keys);
        GoldenClip.Write(folder["source/a/0040.png"], 200);

        Assert.Contains("a: 0040.png: ", Assert.Single((await Build(recipe, locked)).Failures).Message, StringComparison.Ordinal);
        Directory.Delete(folder["artifacts"], recursive: true);
        Assert.Contains("a: 0032.png to 0063.png: ", Assert.Single((await Build(recipe, locked)).Failures).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClipsThatCameOrWent_AreNamed()
    {
        DatasetsLock locked = await Lock(Recipe());

        DatasetResult result = await Build(Recipe(clips: ["b", "c"]), locked);

        Assert.Equal(["clip c was added.", "clip a was removed."], result.Failures.Select(failure => failure.Message.Split("locked: ")[1].Split(" If ")[0]));
    }

    [Fact]
    public async Task OtherBytesFromTheSameRecipe_AreAnErrorOfTheirOwn_AndAreNotPublished()
    {
        DatasetsLock locked = await Lock(Recipe());
        Directory.Delete(folder["artifacts"], recursive: true);

        DatasetResult result = await Build(Recipe(brightness: 10), locked);

        Assert.Equal(["SPIKE418", "SPIKE418"], result.Failures.Select(failure => failure.Id));
        Assert.False(File.Exists(folder["artifacts/datasets/set/manifest.json"]));
    }

    [Fact]
    public async Task DataSetThatIsNotLocked_Fails() =>
        Assert.Contains("does not name the data set 'set'", Assert.Single((await Build(Recipe(), DatasetsLock.Empty)).Failures).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Lock_ReadsAsItWasWritten_AndIsTheSameTextOnEveryRun()
    {
        DatasetsLock locked = await Lock(Recipe());
        locked.Write(folder["datasets.lock"]);
        string text = await File.ReadAllTextAsync(folder["datasets.lock"], TestContext.Current.CancellationToken);

        DatasetsLock read = DatasetsLock.Read(folder["datasets.lock"]);
        read.Write(folder["again.lock"]);

        Assert.Equal(text, await File.ReadAllTextAsync(folder["again.lock"], TestContext.Current.CancellationToken));
        Assert.Equal(DatasetState.UpToDate, (await Build(Recipe(), read)).State);
        Assert.DoesNotContain(folder.Path, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UpdatedLock_ForgetsRecipesThatAreGone_AndKeepsSkippedOnes()
    {
        string path = folder["datasets.lock"];
        var builder = new DatasetBuilder(new(folder.Path, device));
        TestPipeline set = Recipe(), later = new("later", new Decode(SourcePattern.Parse("later/{clip}/*.png"), Optional: true), new Expose(5, 0), new SynthesizeBlur(), new Write());
        LockedDataset locked = (await Lock(set)).Datasets["set"];
        DatasetsLock.Empty.With("later", locked).With("gone", locked).Write(path);

        DatasetsLock next = builder.UpdateLock(path, [await Build(set, null), await Build(later, null)], [set, later]);

        Assert.Equal(["later", "set"], next.Datasets.Keys);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"format\": 1, \"datasets\": null}")]
    [InlineData("{\"format\": 9, \"datasets\": {}}")]
    [InlineData("<<<<<<< ours")]
    public void DamagedLock_IsAnErrorThatNamesIt(string text)
    {
        folder.Write("datasets.lock", text);

        SpikeDataException error = Assert.Throws<SpikeDataException>(() => DatasetsLock.Read(folder["datasets.lock"]));

        Assert.Equal(("SPIKE416", folder["datasets.lock"]), (error.Id, error.File));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    TestPipeline Recipe(int frames = 5, string[]? clips = null, byte brightness = 9) => new(
        "set", new SyntheticSource(16) { Folder = folder, Brightness = _ => brightness, Clips = clips ?? ["a", "b"] }, new Expose(frames, 0), new SynthesizeBlur(), new Write());

    async Task<DatasetsLock> Lock(Pipeline pipeline)
    {
        Assert.Empty((await Build(pipeline, null)).Failures);
        return DatasetsLock.Empty.With("set", new DatasetBuilder(new(folder.Path, device)).Lock(pipeline));
    }

    Task<DatasetResult> Build(Pipeline pipeline, DatasetsLock? locked) =>
        new DatasetBuilder(new(folder.Path, device)) { Locked = locked }.BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
}
