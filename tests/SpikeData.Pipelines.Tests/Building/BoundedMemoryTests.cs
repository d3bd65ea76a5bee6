using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>However long a clip is, only a few of its frames are in memory.</summary>
public sealed class BoundedMemoryTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CountingDevice device = new();

    [Fact]
    public async Task LongClip_TakesNoMoreDeviceMemoryThanAShortOne()
    {
        long shorter = await MostBytes("short", frames: 60), longer = await MostBytes("long", frames: 600);

        Assert.InRange(longer, 1, shorter + (3 * SyntheticFrameBytes));
        Assert.Equal(0, device.BytesInUse);
    }

    [Fact]
    public async Task FailingClip_GivesAllMemoryBack()
    {
        SyntheticSource source = Source("clip", 300) with
        {
            OnFrame = (_, frame) =>
            {
                if (frame == 250) throw new SpikeDataException("SPIKE443", "damaged");
            },
        };

        DatasetResult result = await Build(source);

        Assert.Equal("SPIKE443", Assert.Single(result.Failures).Id);
        Assert.Equal(0, device.BytesInUse);
        Assert.Equal(0, source.FramesOut);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    const int Side = 32, SyntheticFrameBytes = Side * Side * 3;

    async Task<long> MostBytes(string clip, int frames)
    {
        device.MostBytesInUse = 0;
        Assert.Empty((await Build(Source(clip, frames))).Failures);
        return device.MostBytesInUse;
    }

    SyntheticSource Source(string clip, int frames) =>
        new(frames, new(Side, Side)) { Folder = folder, Brightness = index => (byte)index, Clips = [clip] };

    Task<DatasetResult> Build(SyntheticSource source)
    {
        var pipeline = new TestPipeline(
            source.Clips[0], source, new Interpolate(new Linear(), 8), new Expose(), new SynthesizeBlur(), new SimulateSpikes(), new ExtractSharp(7), new Write());
        return new DatasetBuilder(new(folder.Path, device)).BuildAsync(pipeline, cancellation: TestContext.Current.CancellationToken);
    }
}
