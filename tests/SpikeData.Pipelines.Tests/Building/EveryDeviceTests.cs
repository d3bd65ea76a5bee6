using SpikeData.Compute;
using SpikeData.Compute.Tests;

namespace SpikeData.Pipelines.Tests;

/// <summary>A recipe gives the same bytes wherever it runs.</summary>
public sealed class EveryDeviceTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public static TheoryData<string> Devices => [.. TestDevices.Names.Where(name => name != TestDevices.Reference)];

    [Theory]
    [MemberData(nameof(Devices))]
    public async Task Recipe_GivesTheSameBytesOnEveryDevice(string name)
    {
        Device device = TestDevices.Open(name);
        GoldenClip.WriteTo(folder["source/scene"], frames: 11);

        SortedDictionary<string, byte[]> expected = await Build(TestDevices.Open(TestDevices.Reference)), actual = await Build(device);

        Assert.Equal(expected, actual);
    }

    public void Dispose() => folder.Dispose();

    async Task<SortedDictionary<string, byte[]>> Build(Device device)
    {
        var pipeline = new TestPipeline(
            "set",
            new Decode(SourcePattern.Parse("source/{clip}/*.png"), Size: new(28, 20)),
            new Interpolate(new Linear(), 2),
            new Expose(5, 1),
            new SynthesizeBlur(),
            new SimulateSpikes(Scale: 2, Margin: 2, Noise: new InherentNoise(MeanGap: 16, Deviation: 5)),
            new ExtractSharp(3),
            new Write());
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        SortedDictionary<string, byte[]> bytes = TemporaryFolder.Content(result.Directory);
        Directory.Delete(folder["artifacts"], recursive: true);
        return bytes;
    }
}
