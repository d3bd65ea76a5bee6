using SpikeData.Compute;
using SpikeData.Imaging;
using static VerifyXunit.Verifier;

namespace SpikeData.Pipelines.Tests;

/// <summary>A finished data set: its manifest, its samples, its contact sheet.</summary>
public sealed class DatasetTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task Manifest_SaysWhatTheFolderHoldsAndHowItCameAbout()
    {
        await Build(sharp: 1);

        await Verify(await File.ReadAllTextAsync(folder["artifacts/datasets/paper/manifest.json"], TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Samples_AreTheExposuresThatHaveEverything()
    {
        DatasetResult result = await Build(sharp: 7);

        List<Sample> samples = await Samples(result.Directory);

        Assert.Equal(["scene/000019", "scene/000032"], samples.Select(sample => sample.ToString()));
        Assert.Equal(
            [13, 15, 17, 19, 21, 23, 25],
            samples[0].Files("sharp").Select(file => int.Parse(Path.GetFileNameWithoutExtension(file), null)));
    }

    [Fact]
    public async Task Sample_ReadsItsFilesWhenAsked()
    {
        Sample sample = (await Samples((await Build(sharp: 1)).Directory))[0];

        Assert.Equal(Golden.Read<byte>(GoldenClip.File, "blur/000019.png"), sample.ReadBlur().As<byte>());
        Assert.Equal(Golden.Read<byte>(GoldenClip.File, "sharp/000019.png"), Assert.Single(sample.ReadSharp()).As<byte>());
        SpikeStream spikes = sample.ReadSpikes();
        Assert.Equal((137, 6, 8, 20), (spikes.Ticks, spikes.Layout.Height, spikes.Layout.Width, sample.TicksBeforeExposure));
    }

    [Fact]
    public async Task SampleWithoutSpikes_SaysSo()
    {
        GoldenClip.WriteTo(folder["source/scene"], frames: 104);
        var pipeline = new TestPipeline("paper", new Decode(SourcePattern.Parse("source/{clip}/*.png")), new Expose(), new SynthesizeBlur(), new Write());

        Sample sample = (await Samples((await Build(pipeline)).Directory))[0];

        Assert.Contains("records no 'spike'", Assert.Throws<SpikeDataException>(() => sample.ReadSpikes()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataSetThatIsNotBuilt_SaysHowToBuildIt()
    {
        var error = await Assert.ThrowsAsync<SpikeDataException>(() => Samples(folder["artifacts/datasets/paper"]));

        Assert.Equal("SPIKE415", error.Id);
    }

    [Fact]
    public async Task ContactSheet_HasARowPerSample()
    {
        DatasetResult result = await Build(sharp: 1);

        Assert.Equal((84 + (2 * (270 + 26 + 16)), 16 + (4 * (360 + 16))), PictureFile.Measure(Path.Combine(result.Directory, "preview.png")));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    Task<DatasetResult> Build(int sharp)
    {
        GoldenClip.WriteTo(folder["source/scene"]);
        return Build(TestPipeline.Paper("source/{clip}/*.png", spikes: new SimulateSpikes(), sharp: sharp));
    }

    async Task<DatasetResult> Build(Pipeline pipeline)
    {
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result;
    }

    static async Task<List<Sample>> Samples(string directory)
    {
        var samples = new List<Sample>();
        await foreach (Sample sample in new Dataset(TestPipeline.Paper("x/*.png")).Samples(directory, TestContext.Current.CancellationToken)) samples.Add(sample);
        return samples;
    }
}
