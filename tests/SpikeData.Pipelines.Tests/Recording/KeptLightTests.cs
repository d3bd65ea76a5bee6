using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>The light that a store keeps: as much as it may, never in place of what was written, and none that anybody would miss.</summary>
public sealed class KeptLightTests : IDisposable
{
    const int Frames = 18;

    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    readonly ClipStore store;
    int frames;

    public KeptLightTests() => store = new(folder["store"]);

    /// <summary>Length and time are those that were written, so only reading it tells.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task DamagedLight_GivesNoSpikes_AndIsReplaced(bool isCutShort)
    {
        await Build(seed: 1);
        string light = Assert.Single(Lights());
        byte[] truth = File.ReadAllBytes(light);
        DateTime written = File.GetLastWriteTimeUtc(light);
        new FileInfo(light).IsReadOnly = false;
        using (FileStream open = File.OpenWrite(light))
        {
            open.Seek(truth.Length / 2, SeekOrigin.Begin);
            open.WriteByte((byte)~truth[truth.Length / 2]);
            if (isCutShort) open.SetLength(truth.Length - 3);
        }

        File.SetLastWriteTimeUtc(light, written);
        DatasetResult other = await Build(seed: 2);

        Assert.Equal(ProductOrigin.Frames, other.Recorded[1].Origin);
        Assert.Equal(truth, File.ReadAllBytes(Assert.Single(Lights())));
        await AssertAsFromNothing(other, seed: 2);
        Assert.Equal(ProductOrigin.KeptLight, (await Build(seed: 3)).Recorded[1].Origin);
    }

    [Fact]
    public async Task NoRoom_KeepsNone()
    {
        await Build(seed: 1, limit: 0);
        Assert.Empty(Lights());

        await Build(seed: 2, limit: 100);
        Assert.Empty(Lights());
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["store/drafts"]));
    }

    /// <summary>Of four clips with room for two: those that came first stay, since the next build begins with them; others give way to a later build.</summary>
    [Fact]
    public async Task LittleRoom_KeepsWhatTheBuildMadeFirst_AndLaterGivesUpWhatWasNotUsedForLongest()
    {
        await Build(seed: 1, clips: ["a"]);
        long room = new FileInfo(Assert.Single(Lights())).Length * 5 / 2;
        await Build(seed: 1, clips: ["a", "b", "c", "d"], limit: room);
        Assert.Equal(["a", "b"], Clips());

        frames = 0;
        DatasetResult other = await Build(seed: 2, clips: ["a", "b", "c", "d"], limit: room);
        Assert.Equal(2 * Frames, frames);
        await AssertAsFromNothing(other, seed: 2, clips: ["a", "b", "c", "d"]);

        // Used last: b. So a gives way to e.
        await Build(seed: 3, clips: ["b"], limit: room);
        await Build(seed: 1, clips: ["e"], limit: room);
        Assert.Equal(["b", "e"], Clips());
    }

    /// <summary>Every camera that sees other light has its own; what only its pixels do with it does not matter.</summary>
    [Theory]
    [InlineData(2, 2, ColorFilter.Gray, ProductOrigin.KeptLight)]
    [InlineData(1, 9, ColorFilter.Gray, ProductOrigin.KeptLight)]
    [InlineData(4, 1, ColorFilter.Gray, ProductOrigin.Frames)]
    [InlineData(2, 1, ColorFilter.Rggb, ProductOrigin.Frames)]
    public async Task LightIsUsed_WhereACameraSeesTheSame(int scale, int seed, ColorFilter color, ProductOrigin expected)
    {
        await Build(spikes: new(Scale: 2, Margin: 1, Seed: 1));
        await Build(spikes: new(Scale: 1, Margin: 1, Seed: 1));
        SimulateSpikes other = new(new ClockedModel(), new NoNoise(), Scale: scale, Margin: 2, Seed: seed, Color: color, TicksPerFrame: 2);
        DatasetResult built = await Build(spikes: other);

        Assert.Equal(expected, built.Recorded[1].Origin);
        await AssertAsFromNothing(built, spikes: other);
    }

    /// <summary>Two cameras of one recipe, one before and one behind a filter, see what they see, whichever recipe asks first.</summary>
    [Fact]
    public async Task CamerasBeforeAndBehindAFilter_DoNotShareLight()
    {
        SimulateSpikes camera = new(Scale: 2, Margin: 1, Seed: 1);
        object[] before = [new Expose(5, 1), camera, new Darken(), new Expose(5, 1), new SynthesizeBlur(), new Write()];
        object[] behind = [new Darken(), new Expose(5, 1), camera with { Seed = 2 }, new SynthesizeBlur(), new Write()];
        object[] between = [new Expose(5, 1), new SynthesizeBlur(), new Darken(), new Expose(5, 1), camera with { Seed = 3 }, new Write()];
        foreach (object[] stages in new[] { before, behind, between })
        {
            DatasetResult built = await Build(stages, "");
            Assert.Empty(built.Failures);
            DatasetResult truth = await Build(stages, $"fresh/{Guid.NewGuid():N}/");
            Assert.Equal(TemporaryFolder.Content(truth.Directory), TemporaryFolder.Content(built.Directory));
        }
    }

    [Fact]
    public async Task ReconstructedImages_AreMadeFromLightToo()
    {
        object[] Stages(int seed) => [new Expose(5, 1), new SimulateSpikes(Scale: 2, Margin: 1, Seed: seed), new Reconstruct(new Tfi()), new SynthesizeBlur(), new Write()];
        await Build(Stages(1), "");
        frames = 0;
        DatasetResult built = await Build(Stages(2), "");

        Assert.Equal(0, frames);
        Assert.Equal([ProductOrigin.KeptLight, ProductOrigin.KeptLight, ProductOrigin.TakenOver], built.Recorded.Select(work => work.Origin));
        DatasetResult truth = await Build(Stages(2), "fresh/");
        Assert.Equal(TemporaryFolder.Content(truth.Directory), TemporaryFolder.Content(built.Directory));
    }

    [Fact]
    public async Task WholeStore_IsVerifiedWithItsLight()
    {
        await Build(seed: 1);
        StoreCare care = new(Workspace("", 1 << 30));
        Assert.Empty(care.Verify([]));

        File.Delete(Assert.Single(Lights()));
        Assert.EndsWith("light.bin", Assert.Single(care.Verify([])).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 4L << 30)]
    [InlineData("0", 0)]
    [InlineData("0.5", 1L << 29)]
    [InlineData("12", 12L << 30)]
    public void Limit_IsReadInGibibytes(string text, long bytes) => Assert.Equal(bytes, LightLimit.Of(text));

    [Theory]
    [InlineData("4 GB")]
    [InlineData("-1")]
    [InlineData("much")]
    public void LimitThatIsNoSize_IsRefused(string text) => Assert.Equal("SPIKE469", Assert.Throws<SpikeDataException>(() => LightLimit.Of(text)).Id);

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    string[] Lights() => [.. Directory.EnumerateFiles(folder["store"], "light.bin", SearchOption.AllDirectories)];

    /// <summary>The clips whose light is there.</summary>
    IEnumerable<string> Clips() =>
        Lights().Select(path => Json.Read<StoredClip>(Path.Combine(Path.GetDirectoryName(path)!, "clip.json"), _ => null).Value!.Parts.First(part => part.Name == "clip").Value).Order(StringComparer.Ordinal);

    async Task AssertAsFromNothing(DatasetResult built, int seed = 1, SimulateSpikes? spikes = null, string[]? clips = null)
    {
        Assert.Empty(built.Failures);
        DatasetResult truth = await Build(seed, 0, clips, spikes, $"fresh/{Guid.NewGuid():N}/");
        Assert.Equal(TemporaryFolder.Content(truth.Directory), TemporaryFolder.Content(built.Directory));
    }

    Task<DatasetResult> Build(int seed = 1, long limit = 1 << 30, string[]? clips = null, SimulateSpikes? spikes = null, string at = "") => Build(
        [new Expose(5, 1), new SynthesizeBlur(), spikes ?? new SimulateSpikes(Scale: 2, Margin: 1, Seed: seed), new ExtractSharp(), new Write()], at, limit, clips);

    Task<DatasetResult> Build(object[] stages, string at, long limit = 1 << 30, string[]? clips = null) => new DatasetBuilder(Workspace(at, limit)).BuildAsync(
        new TestPipeline(
            "set",
            new SyntheticSource(Frames)
            {
                Folder = folder,
                Brightness = index => (byte)(index * 11),
                Clips = clips ?? ["clip"],
                OnFrame = (_, _) => Interlocked.Increment(ref frames),
            },
            stages),
        cancellation: TestContext.Current.CancellationToken);

    Workspace Workspace(string at, long limit) =>
        new(folder.Path, device) { OutputDirectory = folder[at + "datasets"], StoreDirectory = folder[at + "store"], LightLimit = limit, Jobs = 1 };

    /// <summary>A filter before a camera.</summary>
    [Stage("darken")]
    sealed record Darken : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input.With(Dark(input.Frames));

        static IEnumerable<Frame> Dark(IEnumerable<Frame> frames)
        {
            foreach (Frame frame in frames)
            {
                foreach (ref byte code in frame.Pixels.Span) code /= 2;
                yield return frame;
            }
        }
    }
}
