using System.Text.Json.Nodes;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Products whose own stages did not change are taken over, and what is missing gives the bytes of a build from nothing.</summary>
public sealed class ProductReuseTests : IDisposable
{
    const int Frames = 18;
    static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    readonly TemporaryFolder folder = new();
    readonly CountingDevice device = new();
    int frames;

    static ProductWork[] Works(ProductOrigin blur, ProductOrigin spikes, ProductOrigin sharp) =>
        [new("synthesize-blur", blur), new("simulate-spikes", spikes), new("extract-sharp", sharp)];

    [Fact]
    public async Task OtherSeed_GivesTheBytesOfABuildFromNothing_AndNoFramePasses()
    {
        await Build(Recipe(seed: 1));
        int before = device.RunsOf("AccumulateExposure");
        frames = 0;
        DatasetResult other = await Build(Recipe(seed: 2));

        Assert.Equal(Works(ProductOrigin.TakenOver, ProductOrigin.KeptLight, ProductOrigin.TakenOver), other.Recorded);
        Assert.Equal((0, before), (frames, device.RunsOf("AccumulateExposure")));
        Assert.NotEqual(0, before);
        Assert.Equal("taken over: synthesize-blur, extract-sharp; made again from light that was kept: simulate-spikes", other.Note);
        await AssertAsFromNothing(other, Recipe(seed: 2));
    }

    [Fact]
    public async Task OtherSeedWithoutLight_LetsFramesPass_ForTheSpikesAlone()
    {
        await Build(Recipe(seed: 1), light: 0);
        int before = device.RunsOf("AccumulateExposure");
        frames = 0;
        DatasetResult other = await Build(Recipe(seed: 2), light: 0);

        Assert.Equal(Works(ProductOrigin.TakenOver, ProductOrigin.Frames, ProductOrigin.TakenOver), other.Recorded);
        Assert.Equal((Frames, before), (frames, device.RunsOf("AccumulateExposure")));
        await AssertAsFromNothing(other, Recipe(seed: 2));
    }

    [Fact]
    public async Task OtherBlur_LeavesSpikesAndSharpFrames()
    {
        await Build(Recipe());
        int before = device.RunsOf("IntegrateAndFire");
        DatasetResult other = await Build(Recipe(blur: new(new SrgbResponse())));

        Assert.Equal(Works(ProductOrigin.Frames, ProductOrigin.TakenOver, ProductOrigin.TakenOver), other.Recorded);
        Assert.Equal(before, device.RunsOf("IntegrateAndFire"));
        await AssertAsFromNothing(other, Recipe(blur: new(new SrgbResponse())));
    }

    [Fact]
    public async Task WhatChangesTheFrames_IsMadeFromThem()
    {
        await Build(Recipe());
        DatasetResult other = await Build(Recipe(factor: 4));

        Assert.Equal(Works(ProductOrigin.Frames, ProductOrigin.Frames, ProductOrigin.Frames), other.Recorded);
        await AssertAsFromNothing(other, Recipe(factor: 4));
    }

    [Fact]
    public async Task OtherExposure_TakesNothingOver()
    {
        await Build(Recipe());
        DatasetResult other = await Build(Recipe(exposed: 4));

        Assert.Equal(Works(ProductOrigin.Frames, ProductOrigin.Frames, ProductOrigin.Frames), other.Recorded);
        await AssertAsFromNothing(other, Recipe(exposed: 4));
    }

    [Fact]
    public async Task OtherPlaceOfFiles_TakesNothingOver()
    {
        await Build(Recipe());
        DatasetResult other = await Build(Recipe(sidecars: true));

        Assert.All(other.Recorded, work => Assert.NotEqual(ProductOrigin.TakenOver, work.Origin));
        await AssertAsFromNothing(other, Recipe(sidecars: true));
    }

    [Fact]
    public async Task SidecarsGoWithTheirSpikes()
    {
        await Build(Recipe(sidecars: true));
        DatasetResult other = await Build(Recipe(sidecars: true, blur: new(new SrgbResponse())));

        Assert.Equal(ProductOrigin.TakenOver, other.Recorded[1].Origin);
        Assert.NotEmpty(Directory.EnumerateFiles(other.Directory, "*.dat.yaml", SearchOption.AllDirectories));
        await AssertAsFromNothing(other, Recipe(sidecars: true, blur: new(new SrgbResponse())));
    }

    /// <summary>Facts that a stage notes while frames pass stand in the manifest, whether they pass or not.</summary>
    [Fact]
    public async Task WhatWasFoundOutOfTheClip_IsKnownWithoutItsFrames()
    {
        await Build(Recipe(seed: 1));
        DatasetResult other = await Build(Recipe(seed: 2));

        JsonObject products = Manifest.ReadOwn(other.Directory).Products;
        Assert.Equal(Frames, products["brightest"]!["frame"]!.GetValue<int>() + 1);
    }

    /// <summary>The time is set back and the length stays, so that stamps are deceived; whoever takes files over reads them.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DamagedProduct_IsMadeAgain(bool isDeceptive)
    {
        DatasetResult first = await Build(Recipe(seed: 1));
        string file = Directory.EnumerateFiles(folder["store"], "*.png", SearchOption.AllDirectories).First(path => path.Contains("blur_data", StringComparison.Ordinal));
        DateTime written = File.GetLastWriteTimeUtc(file);
        Deface(file);
        if (isDeceptive) File.SetLastWriteTimeUtc(file, written);
        DatasetResult other = await Build(Recipe(seed: 2));

        Assert.Equal(DatasetState.Built, other.State);
        Assert.Equal(ProductOrigin.Frames, other.Recorded[0].Origin);
        Assert.Equal(ProductOrigin.TakenOver, other.Recorded[2].Origin);
        await AssertAsFromNothing(other, Recipe(seed: 2));
        Assert.NotEmpty(first.Directory);
    }

    [Fact]
    public async Task ProductThatLacksAFile_IsMadeAgain()
    {
        await Build(Recipe(seed: 1));
        File.Delete(Directory.EnumerateFiles(folder["store"], "*.png", SearchOption.AllDirectories).First(path => path.Contains("sharp_data", StringComparison.Ordinal)));
        DatasetResult other = await Build(Recipe(seed: 2));

        Assert.Equal(Works(ProductOrigin.TakenOver, ProductOrigin.Frames, ProductOrigin.Frames), other.Recorded);
        await AssertAsFromNothing(other, Recipe(seed: 2));
    }

    /// <summary>The clip's own whole products are taken over when it is mended.</summary>
    [Fact]
    public async Task MendedClip_KeepsItsWholeProducts()
    {
        DatasetResult first = await Build(Recipe());
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content(first.Directory);
        File.Delete(Directory.EnumerateFiles(folder["store"], "*.dat", SearchOption.AllDirectories).First());
        File.Delete(Directory.EnumerateFiles(first.Directory, "*.dat", SearchOption.AllDirectories).First());
        DatasetResult mended = await Build(Recipe());

        Assert.Equal(Works(ProductOrigin.TakenOver, ProductOrigin.KeptLight, ProductOrigin.TakenOver), mended.Recorded);
        Assert.Equal(truth, TemporaryFolder.Content(mended.Directory));
    }

    [Fact]
    public async Task ClipOfAnOlderVersion_IsNoDonor()
    {
        await Build(Recipe(seed: 1), light: 0);
        foreach (string path in Directory.EnumerateFiles(folder["store"], "clip.json", SearchOption.AllDirectories))
        {
            StoredClip clip = Json.Read<StoredClip>(path, _ => null).Value!;
            File.WriteAllBytes(path, Json.Write(clip with { Products = null }));
        }

        DatasetResult other = await Build(Recipe(seed: 2), light: 0);
        Assert.Equal(Works(ProductOrigin.Frames, ProductOrigin.Frames, ProductOrigin.Frames), other.Recorded);
        await AssertAsFromNothing(other, Recipe(seed: 2));
    }

    [Fact]
    public async Task SourceThatChangesWhileItsProductsAreTakenOver_IsNamed()
    {
        await Build(Recipe(seed: 1));
        DatasetResult other = await Build(Recipe(seed: 2, opening: () => folder.Write("clip.txt", "other")));

        Assert.Equal("SPIKE402", Assert.Single(other.Failures).Id);
        Assert.Single(new ClipStore(folder["store"]).Keys(), key => new ClipStore(folder["store"]).Find(key)!.Products is not null);
    }

    [Fact]
    public async Task TwoBuildsAtOnce_TakeOverWhatThereIs_AndEndWithTheSameBytes()
    {
        await Build(Recipe(seed: 1, name: "one"));
        Task<DatasetResult>[] builds = [.. Enumerable.Range(0, 6).Select(index => Task.Run(() => Build(Recipe(seed: 2 + (index % 3), name: $"set{index}"))))];
        DatasetResult[] built = await Task.WhenAll(builds);

        foreach ((int index, DatasetResult one) in built.Index()) await AssertAsFromNothing(one, Recipe(seed: 2 + (index % 3), name: $"set{index}"));
    }

    [Fact]
    public async Task PartsOfABuild_TakeOverWhatOtherPartsRecorded()
    {
        string[] clips = ["a", "b", "c"];
        foreach (int part in (int[])[1, 2]) await Build(Recipe(seed: 1, clips: clips), part: new(part, 2));
        frames = 0;
        foreach (int part in (int[])[2, 1]) await Build(Recipe(seed: 2, clips: clips), part: new(part, 2));

        Assert.Equal(0, frames);
        await AssertAsFromNothing(await Build(Recipe(seed: 2, clips: clips)), Recipe(seed: 2, clips: clips));
    }

    [Fact]
    public async Task ClearedStore_KeepsWhatIsNeeded_AndForgetsWhereTheRestWas()
    {
        await Build(Recipe(seed: 1));
        DatasetResult other = await Build(Recipe(seed: 2));
        SortedDictionary<string, byte[]> truth = TemporaryFolder.Content(other.Directory);
        StoreCleaning cleaning = new StoreCare(Workspace("")).RemoveUnused([Recipe(seed: 2)], TimeSpan.Zero);

        Assert.Equal(["clip", "clip, light for spikes"], cleaning.Removed.Select(clip => clip.Name).Order(StringComparer.Ordinal));
        ContentKey left = Assert.Single(new ClipStore(folder["store"]).Keys());
        Assert.All(Directory.EnumerateFiles(folder["store/products"], "*", SearchOption.AllDirectories), path => Assert.Equal(left.Text, Path.GetFileName(path)));
        Assert.False(Directory.Exists(folder["store/light"]));
        Assert.Equal(truth, TemporaryFolder.Content(other.Directory));
        Assert.Equal(ProductOrigin.TakenOver, (await Build(Recipe(seed: 3))).Recorded[0].Origin);
    }

    [Fact]
    public async Task WhatABuildWillMake_IsForeseen()
    {
        await Build(Recipe(seed: 1));
        DatasetBuilder builder = new(Workspace(""));

        Assert.Empty(builder.Foresee(Recipe(seed: 1)));
        Assert.Equal(Works(ProductOrigin.TakenOver, ProductOrigin.KeptLight, ProductOrigin.TakenOver), builder.Foresee(Recipe(seed: 2)));
        Assert.Equal(Works(ProductOrigin.Frames, ProductOrigin.Frames, ProductOrigin.TakenOver), builder.Foresee(Recipe(seed: 2, blur: new(new SrgbResponse()))));
    }

    /// <summary>Keys of clips are what they were before products had keys: the facts of all stages, in their order.</summary>
    [Fact]
    public async Task ManifestsAndKeysOfClips_DoNotDependOnHowProductsWereMade()
    {
        await Build(Recipe(seed: 1));
        await AssertAsFromNothing(await Build(Recipe(seed: 2)), Recipe(seed: 2));
        await AssertAsFromNothing(await Build(Recipe(seed: 1)), Recipe(seed: 1));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static void Deface(string file)
    {
        new FileInfo(file).IsReadOnly = false;
        using FileStream open = File.OpenWrite(file);
        open.Seek(-2, SeekOrigin.End);
        open.WriteByte(0x5a);
    }

    async Task AssertAsFromNothing(DatasetResult built, Pipeline recipe)
    {
        Assert.Empty(built.Failures);
        string fresh = $"fresh/{Guid.NewGuid():N}/";
        DatasetResult truth = await Build(recipe, at: fresh);
        Assert.Equal(TemporaryFolder.Content(truth.Directory), TemporaryFolder.Content(built.Directory));
    }

    Task<DatasetResult> Build(Pipeline recipe, long light = 1 << 30, BuildPart? part = null, string at = "") =>
        new DatasetBuilder(Workspace(at, light)) { Part = part }.BuildAsync(recipe, cancellation: TestContext.Current.CancellationToken);

    Workspace Workspace(string at, long light = 1 << 30) =>
        new(folder.Path, device) { OutputDirectory = folder[at + "datasets"], StoreDirectory = folder[at + "store"], LightLimit = light, Jobs = 2 };

    TestPipeline Recipe(
        int seed = 1, int factor = 2, int exposed = 5, SynthesizeBlur? blur = null, bool sidecars = false, string[]? clips = null, string name = "set", Action? opening = null) => new(
        name,
        new SyntheticSource(Frames)
        {
            Folder = folder,
            Brightness = index => (byte)(index * 9),
            Clips = clips ?? ["clip"],
            OnFrame = (_, _) => Interlocked.Increment(ref frames),
            OnOpen = opening ?? (() => { }),
        },
        new Brightest(),
        new Interpolate(new NoInterpolation(), factor),
        new Expose(exposed, 1),
        blur ?? new SynthesizeBlur(),
        new SimulateSpikes(Scale: 2, Margin: 1, Seed: seed),
        new ExtractSharp(),
        new Write(Sidecars: sidecars));

    /// <summary>Finds out the brightest frame, which is known when all have passed.</summary>
    [Stage("brightest")]
    sealed record Brightest : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input.With(Look(input));

        static IEnumerable<Frame> Look(Clip clip)
        {
            (int Light, int Frame, int Index) brightest = default;
            foreach (Frame frame in clip.Frames)
            {
                if (frame.Pixels.Span[0] > brightest.Light) brightest = (frame.Pixels.Span[0], brightest.Index, brightest.Index);
                brightest.Index++;
                yield return frame;
            }

            clip.Facts.Note("brightest", new() { ["frame"] = brightest.Frame });
        }
    }
}
