using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class SpikeBlockTests : IDisposable
{
    readonly CpuDevice device = new();
    readonly SpikeBlock spikes;

    public SpikeBlockTests()
    {
        NdArray array = Golden.Read("recon/spikes.npz", "spikes");
        spikes = new(device, SpikeStream.Of(array.As<byte>(), new(array.Shape[1], array.Shape[2])));
    }

    public void Dispose()
    {
        spikes.Dispose();
        device.Dispose();
    }

    [Theory]
    [InlineData(24, 7)]
    [InlineData(24, 21)]
    [InlineData(48, 9)]
    [InlineData(68, 11)]
    [InlineData(68, 97)]
    [InlineData(92, 21)]
    public void Counts_AreThePublishedMeans(int middle, int ticks)
    {
        float[] means = Golden.Read<float>("recon/ssdm_tfp.npz", $"cal_tfp_idx{middle}_len{ticks}");
        Assert.Equal(means, spikes.Count(middle - (ticks / 2), ticks).Select(count => count / (float)ticks));
    }

    [Fact]
    public void TextureFromPlayback_IsSpikeCVs()
    {
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_frame_key"), Texture.FromPlayback(spikes, 68 - 16, 33));
        byte[] sequence = Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_images_half5");
        for (int tick = 5; tick < spikes.Ticks - 5; tick++)
            Assert.Equal(sequence.AsSpan((tick - 5) * spikes.Pixels, spikes.Pixels).ToArray(), Texture.FromPlayback(spikes, tick - 5, 11));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(11)]
    public void TextureFromInterval_IsSpikeCVs(int reach) =>
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", $"tfi_frame_key_w{reach}"), Texture.FromInterval(spikes, 68, reach));

    [Theory]
    [InlineData(41)]
    [InlineData(61)]
    public void Intervals_AreSpikeZoos(int window) => Assert.Equal(
        Golden.Read<float>("recon/tfp_tfi.npz", $"zoo_tfi{window}"),
        spikes.Interval(68, window / 2, window - 1).Select(interval => 1f / interval));

    [Fact]
    public void Intervals_AreSpike2Flows() => Assert.Equal(
        Golden.Read<float>("recon/dsft.npz", "spike2flow_dsft_key"), spikes.Interval(68, 40, 80).Select(interval => (float)interval));

    [Fact]
    public void IntervalsOfUnlimitedReach_AreSpikeCVsSequence()
    {
        byte[] sequence = Golden.Read<byte>("recon/tfp_tfi.npz", "tfi_images_half20");
        for (int image = 0; image < 13; image++)
        {
            // There an interval ends at the moment, here it begins there at the latest.
            int[] intervals = spikes.Interval((8 * image) + 19, spikes.Ticks, 257);
            Assert.Equal(sequence.AsSpan(image * spikes.Pixels, spikes.Pixels).ToArray(), intervals.Select(interval => (byte)(255 / interval)));
        }
    }

    [Theory]
    [InlineData("zoo_dsft11", false, false)]
    [InlineData("zoo_dsft12", false, true)]
    [InlineData("zoo_dsft21", true, false)]
    [InlineData("zoo_dsft22", true, true)]
    public void FiringTimes_AreSpikeZoos(string name, bool preceding, bool following)
    {
        float[] everyFourth = Golden.Read<float>("recon/dsft.npz", name);
        int[] times = spikes.FiringTimes(preceding, following);
        Assert.Equal(everyFourth, times.Chunk(spikes.Pixels).Where((_, tick) => tick % 4 == 0).SelectMany(frame => frame).Select(time => (float)time));
    }

    [Fact]
    public void WindowBeyondTheRecording_IsRefused()
    {
        Assert.Equal("SPIKE477", Assert.Throws<SpikeDataException>(() => spikes.Count(130, 8)).Id);
        Assert.Equal("SPIKE477", Assert.Throws<SpikeDataException>(() => spikes.Interval(137, 8, 16)).Id);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void StillScene_IsReconstructedWithinOneSpike(int threshold)
    {
        const int Pixels = 64, Ticks = 200;
        using SpikeSimulation camera = new(device, 1, Pixels, SpikeModel.IntegrateAndFire(threshold));
        using SpikeBlock block = new(device, SpikeStream.Of(Scenes.Record(camera, device, 0, Ticks), new(1, Pixels)));
        int[] counts = block.Count(0, Ticks), intervals = block.Interval(Ticks / 2, Ticks, int.MaxValue);
        for (int pixel = 16; pixel < Pixels; pixel++)
        {
            double light = (double)pixel / Pixels;
            Assert.Equal(light, (double)threshold * counts[pixel] / Ticks, (double)threshold / Ticks);
            Assert.InRange(intervals[pixel], Math.Floor(threshold / light), Math.Ceiling(threshold / light));
        }
    }

    [Fact]
    public void Raster_IsDarkWhereAPixelFired()
    {
        SpikeStream stream = SpikeStream.Of([0, 0, 1, 0, 0, 1, 1, 1], new(2, 2));
        Assert.Equal([0, 0, 255, 0], SpikeRaster.Of(stream, 1));
    }
}
