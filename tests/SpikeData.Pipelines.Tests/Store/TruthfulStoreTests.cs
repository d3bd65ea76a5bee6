using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A store that is damaged, removed or used by others while builds are at it: what a build publishes is right, and it mends what it finds.</summary>
public sealed class TruthfulStoreTests : IDisposable
{
    const int Frames = 16;

    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    readonly ClipStore store;

    public TruthfulStoreTests() => store = new(folder["store"]);

    /// <summary>Of the same length, through the name that the file has in the data set, as whoever may write into read-only files can.</summary>
    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public async Task FileThatIsWrittenInPlace_IsMendedByTheNextBuild(int length)
    {
        DatasetResult first = await Build();
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content(first.Directory);
        string file = Path.Combine(first.Directory, "sharp_data/a/000002.png");
        new FileInfo(file).IsReadOnly = false;
        using (FileStream open = File.OpenWrite(file))
        {
            open.Write("no"u8);
            if (length > 0) open.SetLength(length);
        }

        DatasetResult mended = await Build();
        Assert.Equal((DatasetState.Built, "damaged in the store and recorded anew: a"), (mended.State, mended.Note));
        Assert.Equal(truth, TemporaryFolder.Content(mended.Directory));
        Assert.Equal(DatasetState.UpToDate, (await Build()).State);
        Assert.Empty(new StoreCare(Workspace()).Verify([]));
    }

    [Fact]
    public async Task FileReplacedInTheDataSetAlone_IsPutBackFromTheStore()
    {
        DatasetResult first = await Build();
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content(first.Directory);
        string file = Path.Combine(first.Directory, "sharp_data/a/000002.png");
        byte[] other = File.ReadAllBytes(file);
        other[^1] ^= 1;
        File.Delete(file);
        await File.WriteAllBytesAsync(file, other, TestContext.Current.CancellationToken);

        Assert.Equal((DatasetState.Built, ""), await Build() is var mended ? (mended.State, mended.Note) : default);
        Assert.Equal(truth, TemporaryFolder.Content(first.Directory));
    }

    /// <summary>Stamps only save a reading: a copy of everything has others.</summary>
    [Fact]
    public async Task DataSetWhoseStampsAreUnknown_IsReadAndFoundUpToDate()
    {
        await Build();
        Directory.Delete(folder["store"], recursive: true);

        Assert.Equal(DatasetState.UpToDate, (await Build()).State);
        Assert.Single(Directory.EnumerateFiles(folder["store/stamps"]));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ClipThatLacksFiles_IsRecordedAnew(bool isPart)
    {
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content((await Build()).Directory);
        foreach (string file in Directory.EnumerateFiles(folder["store"], "*.png", SearchOption.AllDirectories).Where((_, index) => index % 3 == 0)) File.Delete(file);
        Directory.Delete(folder["datasets"], recursive: true);

        if (isPart) Assert.Equal("part 1/1: 2 clips are in the store (damaged in the store and recorded anew: a; damaged in the store and recorded anew: b)", (await Build(part: new(1, 1))).Note);
        Assert.Equal(truth, TemporaryFolder.Content((await Build()).Directory));
    }

    [Fact]
    public async Task ClipRemovedWhileAnotherIsRecorded_IsRecordedAnewByTheSameBuild()
    {
        bool isRemoved = false;
        DatasetResult built = await Build(onFrame: (clip, frame) =>
        {
            if ((clip, frame, isRemoved) != ("b", 9, false)) return;
            isRemoved = true;
            Directory.Delete(store.FolderOf(store.Keys().Single()), recursive: true);
        });

        Assert.True(isRemoved);
        Assert.Equal((DatasetState.Built, 6), (built.State, built.Samples));
        Assert.Empty(new StoreCare(Workspace()).Verify([]));
    }

    /// <summary>What was written before is not missed from a clip that is published all the same.</summary>
    [Theory]
    [InlineData("store")]
    [InlineData("store/drafts")]
    public async Task StoreRemovedWhileAClipIsRecorded_IsSaid_AndNeedsNoRepair(string removed)
    {
        DatasetResult failed = await Build(onFrame: (clip, frame) =>
        {
            if ((clip, frame) == ("b", 13)) Directory.Move(folder[removed], folder["removed"]);
        });

        Assert.Equal(["SPIKE430"], failed.Failures.Select(failure => failure.Id));
        DatasetResult built = await Build();
        Assert.Equal((DatasetState.Built, ""), (built.State, built.Note));
        Assert.Empty(new StoreCare(Workspace()).Verify([]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["store/drafts"]).Concat(Directory.EnumerateFileSystemEntries(folder["store/locks"])));
    }

    [Fact]
    public async Task ClipThatAnotherBuildPublishedFirst_IsTaken()
    {
        await Build();
        ContentKey key = store.Keys().First();
        Directory.Move(folder["store"], folder["other"]);
        Directory.Delete(folder["datasets"], recursive: true);
        DatasetResult built = await Build(onFrame: (_, frame) =>
        {
            if (frame == Frames - 1) Copy(new ClipStore(folder["other"]).FolderOf(key), store.FolderOf(key));
        });

        Assert.Equal((DatasetState.Built, 6, ""), (built.State, built.Samples, built.Note));
        Assert.Empty(new StoreCare(Workspace()).Verify([]));
    }

    [Fact]
    public async Task OtherBytesUnderOneKey_AreAnErrorThatNamesBothBuilds()
    {
        DatasetResult failed = await Build(onFrame: (clip, frame) =>
        {
            if ((clip, frame) == ("b", Frames - 1)) Forge(store.Keys().Single());
        });

        BuildFailure failure = Assert.Single(failed.Failures);
        Assert.Equal("SPIKE432", failure.Id);
        Assert.Contains("wrote those", failure.Message, StringComparison.Ordinal);
        Assert.Contains("0.0.9 (elsewhere)", failure.Message, StringComparison.Ordinal);
        Assert.Contains(ToolBuild.Name, failure.Message, StringComparison.Ordinal);

        // The clip of the other name has other files' names and bytes: as if it had been recorded from this one's key elsewhere.
        void Forge(ContentKey finished)
        {
            ContentKey key = KeyOf("b");
            StoredClip clip = store.Find(finished)!;
            Copy(store.FolderOf(finished), store.FolderOf(key));
            File.Delete(Path.Combine(store.FolderOf(key), ClipStore.Description));
            File.WriteAllBytes(Path.Combine(store.FolderOf(key), ClipStore.Description), Json.Write(clip with { Key = key, RecordedBy = "0.0.9 (elsewhere)" }));
        }
    }

    [Fact]
    public void Sweep_RemovesWhatIsProvablyDead_AndNothingElse()
    {
        LeaseOwner living = LeaseOwner.New(), ended = living with { Started = 1 }, elsewhere = living with { Host = "elsewhere" };
        Draft("00000000000000000000000000000001", living, default);
        Draft("00000000000000000000000000000002", ended, default);
        Draft("00000000000000000000000000000003", elsewhere, default);
        Draft("00000000000000000000000000000004", elsewhere, TimeSpan.FromMinutes(30));
        Draft("00000000000000000000000000000005", elsewhere, TimeSpan.FromHours(2));
        Draft("00000000000000000000000000000006", null, default);
        Draft("00000000000000000000000000000007", null, TimeSpan.FromDays(2));
        Draft("somebody's notes", null, TimeSpan.FromDays(2));
        Lease("living.claim", living);
        Lease("ended.claim", ended);
        Lease("ended.user", ended);
        Lease("old.lock", ended);
        Lease("young.now", ended);
        File.SetLastWriteTimeUtc(folder["store/locks/old.lock"], DateTime.UtcNow.AddDays(-2));

        store.Sweep();

        Assert.Equal(["1", "3", "4", "6", "s"], Directory.EnumerateDirectories(folder["store/drafts"]).Select(path => Path.GetFileName(path).TrimStart('0')[..1]).Order(StringComparer.Ordinal));
        Assert.Equal(3, Directory.EnumerateFiles(folder["store/drafts"]).Count());
        Assert.Equal(["living.claim", "young.now"], Directory.EnumerateFiles(folder["store/locks"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

        void Draft(string name, LeaseOwner? owner, TimeSpan silence)
        {
            folder.Write($"store/drafts/{name}/blur_data/a/1.png", "part");
            if (owner is not null) File.WriteAllBytes(folder[$"store/drafts/{name}.claim"], Json.Write(owner));
            if (owner is not null) File.SetLastWriteTimeUtc(folder[$"store/drafts/{name}.claim"], DateTime.UtcNow - silence);
            Directory.SetLastWriteTimeUtc(folder[$"store/drafts/{name}"], DateTime.UtcNow - silence);
        }

        void Lease(string name, LeaseOwner owner)
        {
            Directory.CreateDirectory(folder["store/locks"]);
            File.WriteAllBytes(folder[$"store/locks/{name}"], Json.Write(owner));
        }
    }

    [Fact]
    public void LocksOfTheFileSystem_AreFound()
    {
        Assert.True(FileLocks.Work(folder["store/locks"]));
        Assert.False(store.FindsNoLocks());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["store/locks"]));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (!File.Exists(target)) File.Copy(file, target);
        }
    }

    Workspace Workspace() => new(folder.Path, device) { Jobs = 1, StoreDirectory = folder["store"], OutputDirectory = folder["datasets"] };

    TestPipeline Recipe(Action<string, int>? onFrame = null)
    {
        var source = new SyntheticSource(Frames) { Folder = folder, Brightness = index => (byte)(index * 9), Clips = ["a", "b"], OnFrame = onFrame ?? ((_, _) => { }) };
        return new TestPipeline("set", source, new Expose(5, 0), new SynthesizeBlur(), new ExtractSharp(), new Write());
    }

    ContentKey KeyOf(string clip)
    {
        Pipeline recipe = Recipe();
        return new Planner(recipe, Workspace()).Plan(recipe.Source.Apply(Workspace()).Single(source => source.Name == clip)).Key;
    }

    Task<DatasetResult> Build(Action<string, int>? onFrame = null, BuildPart? part = null) =>
        new DatasetBuilder(Workspace()) { Part = part }.BuildAsync(Recipe(onFrame), cancellation: TestContext.Current.CancellationToken);
}
