using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Files that stages name, such as weights, and that are not there.</summary>
public sealed class NeededFilesTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task RecipeThatAllowsIt_IsSkippedWithOneMessage_UntilTheFileIsThere()
    {
        Frames("a", "b");
        DatasetResult result = await Build(optional: true);
        Assert.Equal(DatasetState.Skipped, result.State);
        Assert.Equal("there is no models/w.pt (the weights of a test) yet", result.Note);
        Assert.Contains("models/w.pt", result.Sources);
        folder.Write("models/w.pt", "weights");
        Assert.Equal(DatasetState.Built, (await Build(optional: true)).State);
    }

    [Fact]
    public async Task AbsentFootage_IsSaidInTheSameMessage() => Assert.Equal(
        "there is nothing at raw/{clip}/*.png and no models/w.pt (the weights of a test) yet", (await Build(optional: true)).Note);

    [Fact]
    public async Task OtherRecipe_FailsOnce_HoweverManyClipsThereAre()
    {
        Frames("a", "b");
        BuildFailure failure = Assert.Single((await Build(optional: false)).Failures);
        Assert.Equal("SPIKE522", failure.Id);
        Assert.Contains("no models/w.pt in", failure.Message, StringComparison.Ordinal);
        Assert.Contains("the weights of a test", failure.Message, StringComparison.Ordinal);
        Assert.Equal("SPIKE522", Assert.Single(new DatasetBuilder(new(folder.Path, device)).Check(Recipe(optional: false))).Id);
        Assert.Empty(new DatasetBuilder(new(folder.Path, device)).Check(Recipe(optional: true)));
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    void Frames(params string[] clips)
    {
        foreach (string clip in clips)
        {
            Directory.CreateDirectory(folder[$"raw/{clip}"]);
            File.WriteAllBytes(folder[$"raw/{clip}/1.png"], Imaging.Png.Color(new byte[12], 2, 2));
        }
    }

    Task<DatasetResult> Build(bool optional) =>
        new DatasetBuilder(new(folder.Path, device)).BuildAsync(Recipe(optional), cancellation: TestContext.Current.CancellationToken);

    static TestPipeline Recipe(bool optional) => new(
        "set", new Decode(SourcePattern.Parse("raw/{clip}/*.png"), Optional: optional), new Weighed("models/w.pt"), new Expose(1, 0), new SynthesizeBlur(), new Write());

    [Stage("weighed")]
    sealed record Weighed([property: FileInKey(Origin = "the weights of a test")] string Weights) : IStage<Clip, Clip>
    {
        public Clip Apply(Clip input) => input;
    }
}
