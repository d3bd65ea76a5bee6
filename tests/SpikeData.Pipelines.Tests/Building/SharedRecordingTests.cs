using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>Builds that run at the same time on one store, as the machines of a cluster do: here the first stands still within its first clip until the second has recorded the other one.</summary>
public sealed class SharedRecordingTests : IDisposable
{
    const int Frames = 16;

    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();
    readonly ManualResetEventSlim begun = new(), goOn = new();
    readonly HashSet<string> byFirst = [], bySecond = [];

    [Theory]
    [InlineData("datasets", "datasets")]
    [InlineData("one", "other")]
    public async Task ClipIsRecordedByOneBuild(string firstOutput, string secondOutput)
    {
        DatasetResult[] results = await BuildTwice(firstOutput, secondOutput, () => { });

        Assert.All(results, result => Assert.Equal((6, 0), (result.Samples, result.Failures.Count)));
        Assert.Equal(["a"], byFirst);
        Assert.Equal(["b"], bySecond);
        Assert.Equal(TemporaryFolder.Content(results[0].Directory), TemporaryFolder.Content(results[1].Directory));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["artifacts/store/locks"]));
    }

    [Fact]
    public async Task ClipThatAnotherBuildFailsAt_IsRecordedByTheOneThatWaits()
    {
        DatasetResult[] results = await BuildTwice("one", "other", () => throw new InvalidOperationException("The first build fails."));

        Assert.Equal(DatasetState.Failed, results[0].State);
        Assert.Equal(DatasetState.Built, results[1].State);
        Assert.Equal(["a", "b"], bySecond.Order());
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
        begun.Dispose();
        goOn.Dispose();
    }

    async Task<DatasetResult[]> BuildTwice(string firstOutput, string secondOutput, Action afterPause)
    {
        Task<DatasetResult> first = Build(firstOutput, (clip, _) =>
        {
            byFirst.Add(clip);
            if (begun.IsSet) return;
            begun.Set();
            goOn.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
            afterPause();
        });
        begun.Wait(TestContext.Current.CancellationToken);
        Task<DatasetResult> second = Build(secondOutput, (clip, frame) =>
        {
            bySecond.Add(clip);
            if (frame == Frames - 1) goOn.Set();
        });
        return await Task.WhenAll(first, second);
    }

    Task<DatasetResult> Build(string output, Action<string, int> onFrame)
    {
        var source = new SyntheticSource(Frames) { Folder = folder, Brightness = index => (byte)(index * 9), Clips = ["a", "b"], OnFrame = onFrame };
        var pipeline = new TestPipeline("set", source, new Expose(5, 0), new SynthesizeBlur(), new ExtractSharp(), new Write());
        return new DatasetBuilder(new(folder.Path, device) { Jobs = 1, OutputDirectory = folder[$"artifacts/{output}"] }).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
    }
}
