using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Pipelines.Tests;

namespace SpikeData.Testing.Tests;

/// <summary>A data set is compared with its reviewed state, and the first difference is explained.</summary>
public sealed class DatasetSnapshotTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public DatasetSnapshotTests() => GoldenClip.WriteTo(folder["source/bird"], frames: 40);

    [Fact]
    public async Task NewDataSet_FailsUntilItIsAccepted()
    {
        await Build(Recipe());

        Assert.StartsWith("New data set: nobody has reviewed Data.Birds.verified.txt yet.", Fails(), StringComparison.Ordinal);
        Assert.Equal(["Data.Birds.received.png", "Data.Birds.received.txt"], Snapshots());
        Accept();

        Compare();
        Assert.Equal(["Data.Birds.verified.png", "Data.Birds.verified.txt"], Snapshots());
    }

    [Fact]
    public async Task OtherNoise_IsExplainedByTickAndPixels()
    {
        await Build(Recipe());
        Accept();
        await Build(Recipe(seed: 2));

        string explanation = Fails();

        Assert.Matches(@"^2 of 8 files differ; the first is spike_data/bird/000002\.dat: 17 of 17 ticks differ, from tick 0 on, in which \d+ of 48 pixels do\.\n", explanation);
        Assert.Contains("A picture of it: Data.Birds.difference.png", explanation, StringComparison.Ordinal);
        Assert.True(PictureFile.Measure(folder["Data.Birds.difference.png"]).Width > 1000);
    }

    [Fact]
    public async Task OneOtherFrame_ChangesItsPictures_AndIsExplainedByPixels()
    {
        await Build(Recipe());
        Accept();
        GoldenClip.Write(folder[$"source/bird/{GoldenClip.NameOf(4)}"], 255);
        await Build(Recipe());

        Assert.Matches(@"differ; the first is blur_data/bird/000000\.png: \d+ pixels differ, by up to \d+; the first in row \d+, column \d+\.", Fails());
    }

    [Fact]
    public async Task ForgottenReviewedFile_IsReplacedByDigestsOfTicksAndSmallPictures()
    {
        await Build(Recipe());
        Accept();
        Directory.Delete(folder["artifacts"], recursive: true);
        await Build(Recipe(seed: 2));

        Assert.Matches(@"17 of 17 ticks differ, from tick 0 on\. The store no longer has the reviewed file; in the small pictures \d+ pixels differ\.", Fails());
        Assert.Contains("Data.Birds.difference.png", Snapshots());
    }

    [Fact]
    public async Task MissingFile_IsDamage_NotADifference()
    {
        await Build(Recipe());
        Accept();
        File.Delete(folder["artifacts/datasets/birds/sharp_data/bird/000002.png"]);

        Assert.Equal("SPIKE419", Assert.Throws<SpikeDataException>(() => Compare()).Id);
    }

    [Fact]
    public async Task FilesOfAnotherClip_AreNewOrGone()
    {
        await Build(Recipe());
        Accept();
        Directory.Move(folder["source/bird"], folder["source/crow"]);
        await Build(Recipe());

        Assert.StartsWith("16 of 16 files differ; the first is blur_data/bird/000000.png, which is gone.", Fails(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    static TestPipeline Recipe(int seed = 1) => new(
        "birds",
        new Decode(SourcePattern.Parse("source/{clip}/*.png")),
        new Interpolate(new NoInterpolation(), 8),
        new Expose(9, 3),
        new SynthesizeBlur(),
        new SimulateSpikes(Noise: new PoissonSpikes(2), Margin: 4, Seed: seed),
        new ExtractSharp(),
        new Write());

    async Task Build(Pipeline recipe) =>
        Assert.Empty((await new DatasetBuilder(new(folder.Path, device)).BuildAsync(recipe, cancellation: TestContext.Current.CancellationToken)).Failures);

    void Accept() => Compare(accepts: true);

    string Fails() => Assert.Throws<DatasetDifferenceException>(() => Compare()).Message;

    void Compare(bool accepts = false) =>
        new DatasetSnapshot(folder["Data.Birds"]) { Accepts = accepts }.Compare(new(new Dataset(Recipe()), folder["artifacts/datasets/birds"], null));

    IEnumerable<string> Snapshots() => Directory.EnumerateFiles(folder.Path, "Data.*").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
