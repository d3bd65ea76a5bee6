using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>How many samples a clip is said to give, compared with how many a build finds when it has made all of them.</summary>
public sealed class SampleCountTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public static TheoryData<string, object[]> Recipes => new()
    {
        { "the paper's, without frames between", [new Expose(9, 3), new SynthesizeBlur(), new SimulateSpikes(Noise: new NoNoise(), Margin: 4), new ExtractSharp(3), new Write()] },
        { "spikes alone, several ticks to a frame", [new Expose(5, 2), new SimulateSpikes(Noise: new NoNoise(), TicksPerFrame: 3, Margin: 7), new Write()] },
        { "margins wider than exposures", [new Expose(3, 0), new SimulateSpikes(Noise: new NoNoise(), Margin: 11), new Write()] },
        { "blur alone", [new Expose(4, 1), new SynthesizeBlur(), new Write()] },
        { "blur of a rolling shutter", [new Expose(6, 1), new SynthesizeBlur(Shutter: new RollingShutter(4)), new Write()] },
        { "blur of part of an exposure", [new Expose(8, 0), new SynthesizeBlur(Duty: 0.5), new Write()] },
        { "sharp frames alone", [new Expose(5, 5), new ExtractSharp(), new Write()] },
    };

    [Theory]
    [MemberData(nameof(Recipes))]
    public async Task Samples_AreAsManyAsABuildMakes(string name, object[] stages)
    {
        int needed = Survey(40, name, stages).FramesNeeded!.Value;
        foreach (int frames in new[] { needed - 1, needed, needed + 1, 40, 41 }.Where(frames => frames > 0))
        {
            PlannedClip planned = Survey(frames, name, stages);
            DatasetResult built = await new DatasetBuilder(Workspace()).BuildAsync(Pipeline(frames, name, stages), cancellation: TestContext.Current.CancellationToken);

            Assert.Equal(planned.Samples, built.Samples);
            Assert.Equal(frames >= needed, planned.Samples > 0);
            Assert.Equal(frames >= needed ? [] : ["SPIKE409"], built.Failures.Select(failure => failure.Id));
        }
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    PlannedClip Survey(int frames, string name, object[] stages) => Assert.Single(new DatasetBuilder(Workspace()).Survey(Pipeline(frames, name, stages)).Clips);

    Workspace Workspace() => new(folder.Path, device);

    TestPipeline Pipeline(int frames, string name, object[] stages) =>
        new("set", new SyntheticSource(frames) { Folder = folder, Brightness = frame => (byte)frame, Clips = [$"{name.Length}-{frames}"] }, stages);
}
