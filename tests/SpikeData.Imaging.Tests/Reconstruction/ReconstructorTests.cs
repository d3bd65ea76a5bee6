using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class ReconstructorTests : IDisposable
{
    readonly CpuDevice device = new();
    readonly SpikeStream spikes;

    public ReconstructorTests()
    {
        NdArray array = Golden.Read("recon/spikes.npz", "spikes");
        spikes = SpikeStream.Of(array.As<byte>(), new(array.Shape[1], array.Shape[2]));
    }

    [Fact]
    public void Playback_IsSpikeCVs()
    {
        using Reconstructor tfp = WindowReconstructor.Playback(device, spikes, 11);
        byte[] sequence = Golden.Read<byte>("recon/tfp_tfi.npz", "tfp_images_half5");
        foreach (int tick in (int[])[5, 6, 68, 131])
            Assert.Equal(sequence.AsSpan((tick - 5) * spikes.Layout.Pixels, spikes.Layout.Pixels).ToArray(), tfp.At(tick));
    }

    [Fact]
    public void Playback_AtTheEndsOfARecording_CountsTheTicksThatThereAre()
    {
        using Reconstructor tfp = WindowReconstructor.Playback(device, SpikeStream.Of([1, 1, 0, 0], new(1, 1)), 3);
        Assert.Equal([255, 170, 85, 0], Enumerable.Range(0, 4).Select(tick => (int)tfp.At(tick)[0]));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(11)]
    public void Interval_IsSpikeCVs(int reach)
    {
        using Reconstructor tfi = WindowReconstructor.Interval(device, spikes, reach);
        Assert.Equal(Golden.Read<byte>("recon/tfp_tfi.npz", $"tfi_frame_key_w{reach}"), tfi.At(68));
    }

    [Theory]
    [InlineData("zoo_dsft11", false, false)]
    [InlineData("zoo_dsft12", false, true)]
    [InlineData("zoo_dsft21", true, false)]
    [InlineData("zoo_dsft22", true, true)]
    public void FiringTimes_AreSpikeZoos(string name, bool preceding, bool following)
    {
        int intervals = 1 + (preceding ? 1 : 0) + (following ? 1 : 0);
        float[] everyFourth = Golden.Read<float>("recon/dsft.npz", name);
        using Reconstructor dsft = WindowReconstructor.FiringTimes(device, spikes, 1000, preceding, following);
        foreach (int tick in (int[])[0, 16, 68, 136])
        {
            IEnumerable<byte> expected = everyFourth.Skip(tick / 4 * spikes.Layout.Pixels).Take(spikes.Layout.Pixels).Select(time => (byte)(255 * intervals / (int)time));
            Assert.Equal(expected, dsft.At(tick));
        }
    }

    [Fact]
    public void PlasticTexture_IsSpikeCVs_WhicheverTicksAreAskedFor()
    {
        SpikeStream crop = SpikeStream.Of(Golden.Read<byte>("recon/stp.npz", "spikes"), new(10, 12));
        byte[] pictures = Golden.Read<byte>("recon/stp.npz", "tfstp_online");
        using Reconstructor tfstp = PlasticityReconstructor.Texture(device, crop);
        foreach (int tick in (int[])[7, 8, 31, 31, 59]) Assert.Equal(pictures.AsSpan(tick * 120, 120).ToArray(), tfstp.At(tick));
        Assert.Throws<ArgumentOutOfRangeException>(() => tfstp.At(3));
    }

    [Fact]
    public void MotionOfAStillScene_DiesAway()
    {
        using SpikeSimulation camera = new(device, 1, 32, SpikeModel.IntegrateAndFire(2));
        SpikeStream still = SpikeStream.Of(Scenes.Record(camera, device, 0, 400), new(1, 32));
        using Reconstructor stp = PlasticityReconstructor.Motion(device, still);
        int[] white = [.. Enumerable.Range(0, 400).Select(tick => stp.At(tick).Count(code => code == 255))];
        Assert.InRange(white[200..].Sum(), 0, white[..200].Sum() / 4);
    }

    [Fact]
    public void TickBeyondTheRecording_IsRefused()
    {
        using Reconstructor tfp = WindowReconstructor.Playback(device, spikes, 11), tfstp = PlasticityReconstructor.Texture(device, spikes);
        Assert.Equal("SPIKE473", Assert.Throws<SpikeDataException>(() => tfp.At(137)).Id);
        Assert.Equal("SPIKE473", Assert.Throws<SpikeDataException>(() => tfstp.At(137)).Id);
    }

    public void Dispose() => device.Dispose();
}
