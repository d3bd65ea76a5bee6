using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Why a data set would be built again, in words.</summary>
public sealed class ComparisonTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public void NothingBuilt_IsSaidSo() =>
        Assert.Equal([new("", "data set", "", "not built yet, or not to its end")], Why(Recipe()));

    [Fact]
    public async Task UpToDate_HasNoReason()
    {
        await Build(Recipe());

        Assert.Empty(Why(Recipe()));
    }

    [Fact]
    public async Task ChangedParameter_IsNamedOnceForAllClips()
    {
        await Build(Recipe());

        Assert.Equal([new("", "expose.frames", "5", "4")], Why(Recipe(frames: 4)));
    }

    [Fact]
    public async Task ChangedSource_IsNamedWithItsClip()
    {
        await Build(Recipe());
        folder.Write("b.txt", "other bytes");

        Assert.Equal([new("b", "source b.txt", Digest.OfText("b"), Digest.OfText("other bytes"))], Why(Recipe()));
    }

    [Fact]
    public async Task OtherSeed_IsNamed()
    {
        await Build(Recipe(extra: new Cast(Seed: 1)));

        Assert.Equal([new("", "cast.seed", "1", "2")], Why(Recipe(extra: new Cast(Seed: 2))));
    }

    [Fact]
    public async Task OtherVersionOfAStage_IsNamed()
    {
        await Build(Recipe(extra: new Cast()));

        Assert.Equal([new("", "cast.version", "1", "2")], Why(Recipe(extra: new CastAnew())));
    }

    [Fact]
    public async Task OtherBytesOfAFileThatAStageNames_AreNamed()
    {
        folder.Write("weights.npz", "old");
        await Build(Recipe(extra: new Cast("weights.npz")));
        folder.Write("weights.npz", "new");

        Assert.Equal([new("", "cast.weights", Digest.OfText("old"), Digest.OfText("new"))], Why(Recipe(extra: new Cast("weights.npz"))));
    }

    [Fact]
    public async Task AddedRemovedAndRenamedPictures_AreNamed()
    {
        GoldenClip.WriteTo(folder["c"], frames: 9);
        var recipe = new TestPipeline("set", new Decode(SourcePattern.Parse("{clip}/*.png")), new Expose(2, 0), new SynthesizeBlur(), new Write());
        await Build(recipe);
        string[] names = [.. Directory.EnumerateFiles(folder["c"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        File.Move(folder[$"c/{names[3]}"], folder["c/000900.png"]);
        Assert.Equal([$"c: name of a source: {names[3]} is now 000900.png"], Why(recipe).Select(change => change.Sentence));

        File.Delete(folder["c/000900.png"]);
        folder.Write("c/000901.png", "new");
        folder.Write($"c/{names[0]}", "other");
        Assert.Equal(
            [$"c: source {names[0]} holds other bytes", $"c: source {names[3]} is gone", "c: source 000901.png is new"],
            Why(recipe).Select(change => change.Sentence));
    }

    [Fact]
    public async Task NewAndMissingClips_AreNamed()
    {
        await Build(Recipe());

        Assert.Equal(
            ["clip c was added", "clip a was removed"],
            Why(Recipe(clips: ["b", "c"])).Select(change => change.Sentence));
    }

    [Fact]
    public async Task AddedStage_ChangesTheOrderOfStages_AndBringsItsParameters()
    {
        await Build(Recipe());

        IReadOnlyList<KeyChange> changes = Why(Recipe(extra: new Interpolate(new Linear(), 2)));

        Assert.Contains(new("", "stages", "synthetic, expose, synthesize-blur, write", "synthetic, interpolate, expose, synthesize-blur, write"), changes);
        Assert.Contains(new("", "interpolate.method.variant", "", "linear"), changes);
    }

    [Fact]
    public async Task ChangedDescription_IsNamed_ThoughNoClipDependsOnIt()
    {
        await Build(Recipe());

        Assert.Equal([new("", "description", "", "of birds")], Why(Recipe(description: "of birds")));
    }

    [Fact]
    public async Task DeletedFile_IsNamed()
    {
        await Build(Recipe());
        File.Delete(folder["artifacts/datasets/set/blur_data/a/000002.png"]);

        Assert.Equal([new("", "file blur_data/a/000002.png", "", "is gone")], Why(Recipe()));
    }

    [Fact]
    public async Task StoreThatForgotTheClip_IsSaidSo()
    {
        await Build(Recipe(clips: ["a"]));
        Directory.Delete(folder["artifacts/store"], recursive: true);

        Assert.Equal([new("a", "store", "", "no longer holds what the clip was built from")], Why(Recipe(frames: 4, clips: ["a"])));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    TestPipeline Recipe(int frames = 5, string[]? clips = null, object? extra = null, string description = "") => new(
        "set",
        new SyntheticSource(16) { Folder = folder, Brightness = _ => 9, Clips = clips ?? ["a", "b"] },
        [.. extra is null ? [] : new[] { extra }, new Expose(frames, 0), new SynthesizeBlur(), new Write()]) { About = description };

    IReadOnlyList<KeyChange> Why(Pipeline pipeline) => new DatasetBuilder(new(folder.Path, device)).Why(pipeline);

    [Stage("cast")]
    sealed record Cast([property: FileInKey] string? Weights = null, int Seed = 0) : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input;
    }

    [Stage("cast", Version = 2)]
    sealed record CastAnew([property: FileInKey] string? Weights = null, int Seed = 0) : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input;
    }

    async Task Build(Pipeline pipeline) =>
        Assert.Empty((await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken)).Failures);
}
