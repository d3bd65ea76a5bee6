using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>What was built is checked, mended and cleared away.</summary>
public sealed class StoreCareTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    readonly StoreCare care;

    public StoreCareTests() => care = new(new(folder.Path, device));

    [Fact]
    public async Task WhatWasJustBuilt_IsWhole()
    {
        await Build();

        Assert.Empty(care.Verify([]));
        Assert.Empty(care.Verify(["set"]));
    }

    [Fact]
    public async Task FlippedBit_IsFoundUnderBothNames_AndMended()
    {
        await Build();
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder["artifacts/datasets/set"]);
        FlipBit(folder["artifacts/datasets/set/blur_data/a/000002.png"]);

        IReadOnlyList<DamagedFile> damaged = care.Verify([]);
        care.Remove(damaged);

        Assert.Equal(["000002.png", "000002.png"], damaged.Select(file => Path.GetFileName(file.Path)));
        Assert.All(damaged, file => Assert.Equal("holds other bytes than were written", file.Problem));
        Assert.Equal(DatasetState.Built, (await Build()).State);
        Assert.Equal(before, TemporaryFolder.Content(folder["artifacts/datasets/set"]));
        Assert.Empty(care.Verify([]));
    }

    [Fact]
    public async Task FileCutShortUnderBothItsNames_IsMendedByTheNextBuild_WhichSaysSo()
    {
        await Build();
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder["artifacts/datasets/set"]);
        string shortened = folder["artifacts/datasets/set/blur_data/a/000002.png"];
        new FileInfo(shortened).IsReadOnly = false;
        using (FileStream file = File.OpenWrite(shortened)) file.SetLength(20);
        string manifest = folder["artifacts/datasets/set/manifest.json"];
        await File.WriteAllTextAsync(manifest, "{", TestContext.Current.CancellationToken);

        Assert.Equal("SPIKE435", Assert.Throws<SpikeDataException>(() => care.Verify(["set"])).Id);
        DatasetResult mended = await Build();
        Assert.Equal((DatasetState.Built, "damaged in the store and recorded anew: a"), (mended.State, mended.Note));
        Assert.Equal(before, TemporaryFolder.Content(folder["artifacts/datasets/set"]));
        Assert.Empty(care.Verify([]));
    }

    [Fact]
    public async Task PictureThatIsNoneAnyMore_IsNamedToWhoeverReadsIt()
    {
        string directory = (await Build()).Directory;
        string picture = Path.Combine(directory, "blur_data/a/000002.png");
        File.Delete(picture);
        await File.WriteAllTextAsync(picture, "no picture", TestContext.Current.CancellationToken);
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => Dataset.SamplesOf(Manifest.ReadOwn(directory), directory).First().ReadBlur());
        Assert.Equal(("SPIKE419", picture), (problem.Id, problem.File));
    }

    [Fact]
    public async Task ShortAndMissingFiles_AreNamed()
    {
        await Build();
        string shortened = folder["artifacts/datasets/set/blur_data/a/000002.png"];
        File.Delete(shortened);
        File.WriteAllText(shortened, "short");
        File.Delete(folder["artifacts/datasets/set/blur_data/a/000007.png"]);

        Assert.Equal(["has 5 bytes, was written with", "is gone"], care.Verify(["set"]).Select(file => file.Problem).Select(problem => problem.Split(" with ")[0] + (problem.Contains(" with ") ? " with" : "")));
    }

    [Fact]
    public async Task DamagedDescriptionOfAClip_IsFound_AndTheNextBuildReplacesTheClip()
    {
        await Build();
        string description = Directory.EnumerateFiles(folder["artifacts/store"], "clip.json", SearchOption.AllDirectories).First();
        File.WriteAllText(description, "{");
        Directory.Delete(folder["artifacts/datasets"], recursive: true);

        Assert.Equal([description], care.Verify([]).Select(file => file.Path));
        Assert.Equal(DatasetState.Built, (await Build()).State);
        Assert.Empty(care.Verify([]));
    }

    [Fact]
    public async Task ClipsOfOlderRecipes_AreRemoved_AndNothingElse()
    {
        await Build(frames: 4);
        await Build(frames: 5);
        SortedDictionary<string, byte[]> before = TemporaryFolder.Content(folder["artifacts/datasets/set"]);

        StoreCleaning young = care.RemoveUnused([], TimeSpan.FromDays(1)), would = care.RemoveUnused([], TimeSpan.Zero, pretend: true);
        Assert.Equal((0, 2), (young.Removed.Count, young.Young));
        Assert.Equal(["a", "b"], would.Removed.Select(clip => clip.Name).Order());
        Assert.True(would.Bytes > 0);
        Assert.Equal(would.Removed.Select(clip => clip.Key), care.RemoveUnused([], TimeSpan.Zero).Removed.Select(clip => clip.Key));

        Assert.Empty(care.RemoveUnused([], TimeSpan.Zero).Removed);
        Assert.Equal(before, TemporaryFolder.Content(folder["artifacts/datasets/set"]));
        Assert.Equal(DatasetState.UpToDate, (await Build()).State);
        Assert.Empty(care.Verify([]));
    }

    [Fact]
    public async Task ClipsOfADataSetThatIsNotFinished_AreKept()
    {
        await Build(clips: ["a"]);
        Directory.Delete(folder["artifacts/datasets"], recursive: true);

        StoreCleaning cleaning = care.RemoveUnused([], TimeSpan.Zero);
        Assert.Empty(cleaning.Removed);
        Assert.Contains("is not built; its clips are kept", Assert.Single(cleaning.Notes), StringComparison.Ordinal);
    }

    /// <summary>Each project clears away with its own output folder, and neither knows of the other but through the store.</summary>
    [Fact]
    public async Task TwoProjectsThatShareAStore_KeepEachOthersClips()
    {
        string store = folder["shared"];
        await Build(workspace: new(folder["one"], device) { StoreDirectory = store });
        await Build(frames: 4, workspace: new(folder["two"], device) { StoreDirectory = store });

        StoreCare first = new(new(folder["one"], device) { StoreDirectory = store });
        Assert.Empty(first.RemoveUnused([], TimeSpan.Zero).Removed);
        Directory.Delete(folder["two"], recursive: true);
        StoreCleaning cleaning = first.RemoveUnused([], TimeSpan.Zero);
        Assert.Equal(2, cleaning.Removed.Count);
        Assert.Contains("no longer exists", Assert.Single(cleaning.Notes), StringComparison.Ordinal);
        Assert.Empty(first.RemoveUnused([], TimeSpan.Zero).Notes);
    }

    /// <summary>One data set and its weights are deleted, another is in use; what is young stays in any case.</summary>
    [Fact]
    public async Task WhatWasRememberedOfFilesThatAreGone_IsRemoved()
    {
        await Build();
        File.WriteAllText(folder["weights"], "numbers");
        // Files that were written a moment ago are not remembered.
        SourceDigests later = new(new StoreMemory(folder["artifacts/store"]).Sources, 1, new Later());
        later.Of(folder["weights"]);
        foreach (string clip in (string[])["a", "b"]) later.Of(new ClipSource(clip, "", [folder[$"{clip}.txt"]]), cancellation: TestContext.Current.CancellationToken);
        string[] needed = Remembered();
        await Build(workspace: new(folder["two"], device) { StoreDirectory = folder["artifacts/store"] });
        Directory.Delete(folder["two"], recursive: true);
        Assert.Equal(needed.Length + 2, Remembered().Length);

        care.RemoveUnused([], TimeSpan.FromDays(1));
        Assert.Equal(needed.Length + 2, Remembered().Length);
        care.RemoveUnused([], TimeSpan.Zero, pretend: true);
        Assert.Equal(needed.Length + 2, Remembered().Length);
        care.RemoveUnused([], TimeSpan.Zero);
        Assert.Equal(needed, Remembered());
        File.Delete(folder["weights"]);
        care.RemoveUnused([], TimeSpan.Zero);
        Assert.Equal(needed.Length - 1, Remembered().Length);
        Assert.Equal(DatasetState.UpToDate, (await Build()).State);

        string[] Remembered() => [.. new[] { "stamps", "sources" }.SelectMany(name => Directory.GetFiles(folder[$"artifacts/store/{name}"])).Order(StringComparer.Ordinal)];
    }

    /// <summary>A store of an older version, and a folder that was mistyped.</summary>
    [Fact]
    public async Task StoreOfWhichNothingSaysWhatItIsFor_IsLeftAlone()
    {
        await Build();
        Directory.Delete(folder["artifacts/store/users"], recursive: true);
        StoreCare lost = new(new(folder.Path, device) { OutputDirectory = folder["typo"] });
        Assert.Equal("SPIKE497", Assert.Throws<SpikeDataException>(() => lost.RemoveUnused([], TimeSpan.Zero)).Id);
        Assert.Empty(care.RemoveUnused([], TimeSpan.Zero).Removed);
    }

    /// <summary>What a running build records belongs to no data set yet, and would be cleared away.</summary>
    [Fact]
    public async Task ClearingAway_WaitsForARunningBuild()
    {
        using ManualResetEventSlim recording = new(), goOn = new(), waiting = new();
        var source = new SyntheticSource(16) { Folder = folder, Brightness = _ => 9, Clips = ["a"], OnFrame = Pause };
        Task<DatasetResult> build = Task.Run(() => new DatasetBuilder(new(folder.Path, device)).BuildAsync(new TestPipeline("set", source, new Expose(5, 0), new SynthesizeBlur(), new Write())));
        recording.Wait(TestContext.Current.CancellationToken);
        var patient = new StoreCare(new(folder.Path, device) { Progress = new Heard(progress => Assert.Equal(BuildPhase.Waiting, progress.Phase), waiting.Set) });
        Task<StoreCleaning> clearing = Task.Run(() => patient.RemoveUnused([], TimeSpan.Zero));
        waiting.Wait(TestContext.Current.CancellationToken);

        Assert.False(clearing.IsCompleted);
        goOn.Set();
        Assert.Equal(DatasetState.Built, (await build).State);
        Assert.Empty((await clearing).Removed);
        Assert.Empty(care.Verify([]));

        void Pause(string clip, int frame)
        {
            if (frame != 7) return;
            recording.Set();
            goOn.Wait();
        }
    }

    [Fact]
    public async Task Builds_WaitForClearingAway()
    {
        await Build();
        using Lease? alone = Lease.TryTake(new ClipStore(folder["artifacts/store"]).OwnersLease);
        Assert.NotNull(alone);
        Task<DatasetResult> build = Build();
        await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.False(build.IsCompleted);
        alone.Dispose();
        Assert.Equal(DatasetState.UpToDate, (await build).State);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    async Task<DatasetResult> Build(int frames = 5, string[]? clips = null, Workspace? workspace = null)
    {
        DatasetResult result = await TryBuild(frames, clips, workspace);
        Assert.Empty(result.Failures);
        return result;
    }

    Task<DatasetResult> TryBuild(int frames = 5, string[]? clips = null, Workspace? workspace = null)
    {
        var source = new SyntheticSource(16) { Folder = folder, Brightness = _ => 9, Clips = clips ?? ["a", "b"] };
        return new DatasetBuilder(workspace ?? new(folder.Path, device)).BuildAsync(
            new TestPipeline("set", source, new Expose(frames, 0), new SynthesizeBlur(), new Write()), cancellation: TestContext.Current.CancellationToken);
    }

    /// <summary>Files that were written just now are old by this clock.</summary>
    sealed class Later : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow().AddHours(1);
    }

    /// <summary>Listens on the thread that reports.</summary>
    sealed class Heard(Action<BuildProgress> check, Action then) : IProgress<BuildProgress>
    {
        public void Report(BuildProgress value)
        {
            check(value);
            then();
        }
    }

    static void FlipBit(string path)
    {
        new FileInfo(path).IsReadOnly = false;
        using FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite) { Position = 20 };
        int value = file.ReadByte();
        file.Position = 20;
        file.WriteByte((byte)(value ^ 4));
    }
}
