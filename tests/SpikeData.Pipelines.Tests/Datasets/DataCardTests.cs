using SpikeData.Compute;
using static VerifyXunit.Verifier;

namespace SpikeData.Pipelines.Tests;

/// <summary>The README.md of a data set tells a stranger what it is.</summary>
public sealed class DataCardTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Card_SaysWhatHowAndFromWhat()
    {
        GoldenClip.WriteTo(folder["data/train/scene"], frames: 30);
        folder.Write("data/LICENSE", "Copyright somebody.\r\nDo as you like.\r\n");
        folder.Write("LICENSE", "of the recipes, not of the clips");

        await Build("data/{split}/{clip}/*.png");

        await Verify(await File.ReadAllTextAsync(folder["artifacts/datasets/birds/README.md"], TestContext.Current.CancellationToken), "md");
    }

    [Theory]
    [InlineData("clips/scene.LICENSE.txt", true)]
    [InlineData("clips/other.LICENSE.txt", false)]
    [InlineData("clips/LICENSE.md", true)]
    [InlineData("LICENSE", false)]
    public void License_IsTheOneBesideTheSource(string license, bool applies)
    {
        folder.Write(license, "Yes.");
        folder.Write("clips/scene.mp4");

        Assert.Equal(applies ? [new(license, "Yes.")] : [], SourceLicense.Beside(folder["clips/scene.mp4"], folder.Path));
    }

    [Fact]
    public void LongLicense_IsCut()
    {
        folder.Write("clips/LICENSE", new string('x', 100_000));

        Assert.Equal(8192 + 4, Assert.Single(SourceLicense.Beside(folder["clips/scene.mp4"], folder.Path)).Text.Length);
    }

    public void Dispose() => folder.Dispose();

    async Task Build(string from)
    {
        using var device = new CpuDevice();
        var pipeline = new TestPipeline(
            "birds", new Decode(SourcePattern.Parse(from)), new Expose(9, 3), new SynthesizeBlur(), new SimulateSpikes(Margin: 3), new ExtractSharp(), new Write()) { About = "Birds, flying." };
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
    }
}
