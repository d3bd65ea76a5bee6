using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>What stages find out about a clip while its frames pass.</summary>
public sealed class ClipFactsTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task Facts_StandInTheManifest_AndWarningsAtTheEndOfTheBuild()
    {
        DatasetResult result = await Build("quick", "slow");
        Manifest manifest = Manifest.Read(result.Directory)!;
        Assert.Equal(7, manifest.Products["motion"]!["frames"]!.GetValue<int>());
        Assert.Equal("it moves too fast", manifest.Clips[0].Products["motion"]!["warning"]!.GetValue<string>());
        Assert.Null(manifest.Clips[1].Products["motion"]);
        Assert.Contains("warning: quick: it moves too fast", result.Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WarningOfTheOnlyClip_IsNotLost()
    {
        await Build("quick");
        Assert.Contains("warning: it moves too fast", (await Build("quick")).Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GapsInTheNumbersOfPictures_AreAWarningOfTheBuild_AndStandInTheManifest()
    {
        foreach (int number in (int[])[0, 1, 2, 3, 52, 53, 54])
        {
            Directory.CreateDirectory(folder["c"]);
            await File.WriteAllBytesAsync(folder[$"c/{number:D6}.png"], Png.Color(new byte[3 * 16 * 16], 16, 16), TestContext.Current.CancellationToken);
        }

        DatasetResult result = await new DatasetBuilder(new(folder[""], device)).BuildAsync(
            new TestPipeline("gaps", new Decode(SourcePattern.Parse("c/*.png")), new Expose(7, 0), new SynthesizeBlur(), new Write()), cancellation: TestContext.Current.CancellationToken);

        const string gap = "frames are missing by their numbers: 48 between 000003.png and 000052.png. What moves jumps there";
        Assert.Contains($"warning: {gap}", result.Note, StringComparison.Ordinal);
        Assert.Equal(gap, Manifest.Read(result.Directory)!.Products["pictures"]!["warning"]!.GetValue<string>());
    }

    Task<DatasetResult> Build(params string[] clips) => new DatasetBuilder(new(folder[""], device)).BuildAsync(
        new TestPipeline(
            "set",
            new SyntheticSource(7) { Folder = folder, Brightness = _ => 9, Clips = clips },
            new Gauge(),
            new Interpolate(new NoInterpolation(), 1),
            new Expose(7, 0),
            new SynthesizeBlur(),
            new Write()),
        cancellation: TestContext.Current.CancellationToken);

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Stage("gauge")]
    sealed record Gauge : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input.With(Frames(input));

        static IEnumerable<Frame> Frames(Clip clip)
        {
            int count = 0;
            foreach (Frame frame in clip.Frames)
            {
                count++;
                yield return frame;
            }

            clip.Facts.Note("motion", clip.Name == "quick" ? new() { ["frames"] = count, [ClipFacts.Warning] = "it moves too fast" } : new() { ["frames"] = count });
        }
    }
}
