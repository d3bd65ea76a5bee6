using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

public sealed class WriteTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task SpikesOfADataSet_SayHowTheyAreReadBySidecarOrManifest(bool sidecars)
    {
        SyntheticSource source = new(7, new(16, 8)) { Folder = folder, Brightness = frame => (byte)(30 * frame) };
        TestPipeline pipeline = new(
            "set", source, new Expose(5, 1), new SimulateSpikes(Noise: new NoNoise(), Scale: 2, Margin: 0, Seed: 9), new Write(Sidecars: sidecars));
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);

        string dat = Directory.GetFiles(result.Directory, "*.dat", SearchOption.AllDirectories)[0];
        Assert.Equal(sidecars, File.Exists(dat + ".yaml"));
        Assert.Equal(1, result.Samples);
        using SpikeRecording recording = SpikeRecording.Open(dat);
        Assert.Equal((4, 8, 5, 9), (recording.Layout.Height, recording.Layout.Width, recording.Ticks, recording.Facts.Seed));
        Assert.Equal("simulate-spikes, gain 1.9854280510018212, threshold 2, noise none", recording.Facts.Simulator);
        Assert.Null(recording.Warning);
    }
}
