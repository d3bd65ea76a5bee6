using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>What is built, what is left alone, and what the folder holds afterwards.</summary>
public sealed class DatasetBuilderTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    int recorded;

    [Fact]
    public async Task FirstBuild_FillsTheFolder_AndTheManifestNamesEveryFile()
    {
        DatasetResult result = await Build(Recipe("a", "b"));

        Assert.Equal(DatasetState.Built, result.State);
        Assert.Equal(6, result.Samples);
        Manifest manifest = Manifest.Read(result.Directory)!;
        Assert.Equal(
            TemporaryFolder.Content(result.Directory).Keys.Except([Manifest.FileName, "preview.png", "README.md"]).Order(StringComparer.Ordinal),
            manifest.Files.Select(file => file.Path.Text).Order(StringComparer.Ordinal));
        Assert.All(manifest.Files, file => Assert.Equal(Digest.OfFile(Path.Combine(result.Directory, file.Path.Text)), file.Sha256));
        Assert.All(manifest.Files, file => Assert.Equal(new FileInfo(Path.Combine(result.Directory, file.Path.Text)).Length, file.Bytes));
    }

    [Fact]
    public async Task SecondBuild_DoesNothing()
    {
        await Build(Recipe("a", "b"));
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(Output("set"));
        recorded = 0;

        DatasetResult result = await Build(Recipe("a", "b"));

        Assert.Equal(DatasetState.UpToDate, result.State);
        Assert.Equal(6, result.Samples);
        Assert.Equal(0, recorded);
        Assert.Equal(before, TemporaryFolder.Content(Output("set")));
    }

    [Fact]
    public async Task Parts_RecordEveryClipOnce_AndAWholeBuildPutsThemTogether()
    {
        await Build(Recipe("a", "b", "c"));
        SortedDictionary<string, byte[]> whole = TemporaryFolder.Content(Output("set"));
        Directory.Delete(folder["artifacts"], recursive: true);
        recorded = 0;

        DatasetResult[] parts = await Task.WhenAll(Build(Recipe("a", "b", "c"), part: new(1, 2)), Build(Recipe("a", "b", "c"), part: new(2, 2)));

        Assert.All(parts, part => Assert.Equal(DatasetState.Recorded, part.State));
        Assert.Equal(["part 1/2: 2 clips are in the store", "part 2/2: 1 clip is in the store"], parts.Select(part => part.Note));
        Assert.False(Directory.Exists(Output("set")));
        Assert.Equal(3 * Frames, recorded);
        Assert.Equal(DatasetState.Built, (await Build(Recipe("a", "b", "c"))).State);
        Assert.Equal(3 * Frames, recorded);
        Assert.Equal(whole, TemporaryFolder.Content(Output("set")));
    }

    [Theory]
    [InlineData("3/16", true)]
    [InlineData("1/1", true)]
    [InlineData("0/2", false)]
    [InlineData("3/2", false)]
    [InlineData("-1/2", false)]
    [InlineData("1/2/3", false)]
    [InlineData("1", false)]
    [InlineData("", false)]
    public void Part_IsANumberOfACount(string text, bool isOne) => Assert.Equal(isOne ? text : null, BuildPart.TryParse(text)?.ToString());

    [Fact]
    public async Task NewClip_IsRecordedAlone()
    {
        await Build(Recipe("a"));
        recorded = 0;

        await Build(Recipe("a", "b"));

        Assert.Equal(Frames, recorded);
    }

    [Fact]
    public async Task ChangedClip_IsRecordedAlone()
    {
        await Build(Recipe("a", "b"));
        folder.Write("b.txt", "other bytes");
        recorded = 0;

        await Build(Recipe("a", "b"));

        Assert.Equal(Frames, recorded);
    }

    [Fact]
    public async Task ClipThatIsGone_LeavesTheFolder_AndNothingElseDoes()
    {
        await Build(Recipe("a", "b"));
        File.WriteAllText(Path.Combine(Output("set"), "blur_data", "b", "notes.txt"), "mine");

        await Build(Recipe("a"));

        Assert.Equal(["notes.txt"], Directory.EnumerateFiles(Path.Combine(Output("set"), "blur_data", "b")).Select(path => Path.GetFileName(path)));
        Assert.False(Directory.Exists(Path.Combine(Output("set"), "sharp_data", "b")));
    }

    [Fact]
    public async Task RenamedRecipe_IsNotRecordedAgain_AndHasTheSameBytes()
    {
        await Build(Recipe("a"));
        recorded = 0;

        await Build(Recipe(name: "other", clips: ["a"]));

        Assert.Equal(0, recorded);
        Assert.Equal(Files("set"), Files("other"));
    }

    [Fact]
    public async Task OtherParameters_AreAnotherData_AndGoingBackIsFree()
    {
        await Build(Recipe("a"));
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(Output("set"));
        await Build(Recipe(frames: 3, clips: ["a"]));
        Assert.NotEqual(before.Keys, TemporaryFolder.Content(Output("set")).Keys);
        recorded = 0;

        await Build(Recipe("a"));

        Assert.Equal(0, recorded);
        Assert.Equal(before, TemporaryFolder.Content(Output("set")));
    }

    [Fact]
    public async Task DeletedFile_IsPutBackFromTheStore()
    {
        await Build(Recipe("a"));
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(Output("set"));
        File.Delete(Path.Combine(Output("set"), "blur_data", "a", "000002.png"));
        recorded = 0;

        DatasetResult result = await Build(Recipe("a"));

        Assert.Equal((DatasetState.Built, 0), (result.State, recorded));
        Assert.Equal(before, TemporaryFolder.Content(Output("set")));
    }

    [Fact]
    public async Task FolderOfSomebodyElse_IsNotTouched()
    {
        folder.Write("artifacts/datasets/set/thesis.txt", "mine");

        DatasetResult result = await Build(Recipe("a"));

        Assert.Equal("SPIKE408", Assert.Single(result.Failures).Id);
        Assert.Equal(["thesis.txt"], TemporaryFolder.Content(Output("set")).Keys);
    }

    [Fact]
    public async Task FailingClip_IsReported_WhileTheOthersAreBuilt()
    {
        DatasetResult result = await Build(Recipe("a", "b", "c"), (clip, frame) =>
        {
            if (clip == "b" && frame == 5) throw new SpikeDataException("SPIKE443", "b is damaged") { File = "b" };
        });

        BuildFailure failure = Assert.Single(result.Failures);
        Assert.Equal("datasets.yaml(3,7): error SPIKE443: Clip 'b': b is damaged", failure.ToString());
        Assert.Equal(DatasetState.Failed, result.State);
        Assert.False(Directory.Exists(Output("set")));
        recorded = 0;
        Assert.Equal(DatasetState.Built, (await Build(Recipe("a", "b", "c"))).State);
        Assert.Equal(Frames, recorded);
    }

    [Fact]
    public async Task DefectOfAStage_IsReportedWithItsKind()
    {
        DatasetResult result = await Build(Recipe("a"), (_, _) => throw new DivideByZeroException("by zero"));

        BuildFailure failure = Assert.Single(result.Failures);
        Assert.Equal("SPIKE410", failure.Id);
        Assert.Contains("DivideByZeroException: by zero", failure.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(DefectOfAStage_IsReportedWithItsKind), failure.Full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancellation_LeavesNothingHalfWritten_AndTheNextBuildGoesOn()
    {
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Build(
            Recipe("a", "b"), (clip, frame) =>
            {
                if (clip == "b" && frame == 5) stop.Cancel();
            },
            jobs: 1, stop));

        Assert.False(Directory.Exists(Output("set")));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["artifacts/store/drafts"]));
        recorded = 0;
        Assert.Equal(6, (await Build(Recipe("a", "b"))).Samples);
        Assert.Equal(Frames, recorded);
    }

    [Fact]
    public async Task TwoBuildsAtOnce_EndWithTheSameBytes_AndRecordOnce()
    {
        DatasetResult[] results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Build(Recipe("a", "b")))));

        Assert.All(results, result => Assert.True(result.Samples == 6, string.Join('\n', result.Failures.Select(failure => failure.Full))));
        Assert.Equal(1, results.Count(result => result.State == DatasetState.Built));
        Assert.Equal(2 * Frames, recorded);
    }

    [Fact]
    public async Task ClipsTooShortForASample_AreAnErrorWhenAllAre()
    {
        DatasetResult result = await Build(Recipe(frames: 200, clips: ["a"]));

        Assert.Equal("SPIKE409", Assert.Single(result.Failures).Id);
    }

    [Fact]
    public async Task StoreThatCannotBeWritten_IsNamed()
    {
        folder.Write("artifacts/store", "a file where a folder should be");

        BuildFailure failure = Assert.Single((await Build(Recipe("a"))).Failures);

        Assert.Equal("SPIKE407", failure.Id);
        Assert.Contains(folder["artifacts/store"], failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task JobsAndThreads_ChangeNoByte(int jobs)
    {
        await Build(Recipe("a", "b", "c"), jobs: jobs);
        SortedDictionary<string, byte[]> bytes = TemporaryFolder.Content(Output("set"));
        Directory.Delete(folder["artifacts"], recursive: true);

        await Build(Recipe("a", "b", "c"), jobs: 2);

        Assert.Equal(bytes, TemporaryFolder.Content(Output("set")));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    const int Frames = 16;

    static Recipe Recipe(params string[] clips) => Recipe("set", 5, clips);

    static Recipe Recipe(string name = "set", int frames = 5, params string[] clips) => new(name, frames, clips);

    Task<DatasetResult> Build(Recipe recipe, Action<string, int>? onFrame = null, int jobs = 2, CancellationTokenSource? stop = null, BuildPart? part = null)
    {
        var source = new SyntheticSource(Frames)
        {
            Folder = folder,
            Brightness = index => (byte)(index * 9),
            Clips = recipe.Clips,
            OnFrame = (clip, frame) =>
            {
                Interlocked.Increment(ref recorded);
                onFrame?.Invoke(clip, frame);
            },
        };
        var pipeline = new TestPipeline(
            recipe.Name, source, new Expose(recipe.Frames, 0), new SynthesizeBlur(), new ExtractSharp(), new Write());
        return new DatasetBuilder(new(folder.Path, device) { Jobs = jobs }) { Part = part }.BuildAsync(pipeline, cancellation: stop?.Token ?? TestContext.Current.CancellationToken);
    }

    string Output(string name) => folder[$"artifacts/datasets/{name}"];

    SortedDictionary<string, byte[]> Files(string name)
    {
        SortedDictionary<string, byte[]> files = TemporaryFolder.Content(Output(name));
        files.Remove(Manifest.FileName);
        files.Remove("preview.png");
        files.Remove("README.md");
        return files;
    }
}

/// <summary>What the tests vary of a recipe.</summary>
/// <param name="Name">The data set's name.</param>
/// <param name="Frames">Frames of one exposure.</param>
/// <param name="Clips">The clips of the source.</param>
sealed record Recipe(string Name, int Frames, string[] Clips);
