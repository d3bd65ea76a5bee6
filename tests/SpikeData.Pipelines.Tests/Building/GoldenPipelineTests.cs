using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>The whole pipeline against the official scripts, run unmodified on a small clip.</summary>
public sealed class GoldenPipelineTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public async Task BlurryImages_AreThoseOfTheOfficialScript()
    {
        await Build(TestPipeline.Paper("source/{clip}/*.png"));

        Assert.Equal(["000006.png", "000019.png", "000032.png", "000045.png"], Names("blur_data"));
        foreach (string name in Names("blur_data"))
            Assert.Equal(Golden.Read<byte>(GoldenClip.File, $"blur/{name}"), GoldenClip.Read(folder[$"artifacts/datasets/paper/blur_data/scene/{name}"]));
    }

    [Fact]
    public async Task SharpImages_AreThoseOfTheOfficialScript()
    {
        await Build(TestPipeline.Paper("source/{clip}/*.png"));

        Assert.Equal(["000006.png", "000019.png", "000032.png", "000045.png"], Names("sharp_data"));
        foreach (string name in Names("sharp_data"))
            Assert.Equal(Golden.Read<byte>(GoldenClip.File, $"sharp/{name}"), GoldenClip.Read(folder[$"artifacts/datasets/paper/sharp_data/scene/{name}"]));
    }

    [Fact]
    public async Task SharpSequence_HasTheNamesOfTheOfficialScript_UnfinishedGroupIncluded()
    {
        await Build(TestPipeline.Paper("source/{clip}/*.png", sharp: 7));

        int[] numbers = [0, 2, 4, 6, 8, 10, 12, 13, 15, 17, 19, 21, 23, 25, 26, 28, 30, 32, 34, 36, 38, 39, 41, 43, 45, 47, 49, 51, 52];
        Assert.Equal(numbers.Select(number => $"{number:D6}.png"), Names("sharp_data"));
        byte[] source = GoldenClip.Bgr();
        foreach (int number in numbers)
            Assert.Equal(source.AsSpan(number * 8 * GoldenClip.FrameBytes, GoldenClip.FrameBytes).ToArray(), GoldenClip.Read(folder[$"artifacts/datasets/paper/sharp_data/scene/{number:D6}.png"]));
    }

    [Fact]
    public async Task SpikeStreams_ExistWhereTheMarginsDo()
    {
        DatasetResult result = await Build(TestPipeline.Paper("source/{clip}/*.png"));

        Assert.Equal(["000019.dat", "000032.dat"], Names("spike_data"));
        Assert.Equal(2, result.Samples);
        foreach (string name in Names("spike_data"))
            Assert.Equal(Golden.Read<byte>(GoldenClip.File, $"spike/{name}").Length, new FileInfo(folder[$"artifacts/datasets/paper/spike_data/scene/{name}"]).Length);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    async Task<DatasetResult> Build(Pipeline pipeline)
    {
        GoldenClip.WriteTo(folder["source/scene"]);
        DatasetResult result = await new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(result.Failures);
        return result;
    }

    IEnumerable<string> Names(string kind) =>
        Directory.EnumerateFiles(folder[$"artifacts/datasets/paper/{kind}/scene"]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
}
