using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class PlasticityFilterTests
{
    const string File = "recon/stp.npz";
    const int Ticks = 60, Height = 10, Width = 12, Pixels = Height * Width;
    static readonly SpikeStream Spikes = SpikeStream.Of(Golden.Read<byte>(File, "spikes"), new(Height, Width));

    [Fact]
    public void Synapses_FollowSpikeCVs()
    {
        using CpuDevice device = new();
        using PlasticityFilter filter = new(device, Height, Width, Plasticity.ForMotion);
        float[] resource = Golden.Read<float>(File, "stpfilter_R"), utilization = Golden.Read<float>(File, "stpfilter_u");
        for (int tick = 0; tick < Ticks; tick++)
        {
            filter.Take(Spikes, tick);
            AssertNear(resource.AsSpan(tick * Pixels, Pixels), filter.Resource());
            AssertNear(utilization.AsSpan(tick * Pixels, Pixels), filter.Utilization());
        }
    }

    [Fact]
    public void SpikesThatMoveTheResource_AreThoseOfMotion()
    {
        using CpuDevice device = new();
        using PlasticityFilter filter = new(device, Height, Width, Plasticity.ForMotion);
        float[] resource = Golden.Read<float>(File, "stpfilter_R"), before = [.. Enumerable.Repeat(1f, Pixels)];
        int moving = 0;
        for (int tick = 0; tick < Ticks; tick++)
        {
            filter.Take(Spikes, tick);
            float[] after = resource[(tick * Pixels)..((tick + 1) * Pixels)];
            Assert.Equal(after.Zip(before, (now, then) => Math.Abs(now - then) >= 0.1f ? (byte)1 : (byte)0), filter.Moving());
            moving += filter.Moving().Sum(spike => spike);
            before = after;
        }

        Assert.InRange(moving, 1, Ticks * Pixels / 4);
    }

    [Fact]
    public void TextureFromPlasticity_IsSpikeCVs()
    {
        using CpuDevice device = new();
        using PlasticityFilter filter = new(device, Height, Width, Plasticity.ForTexture);
        byte[] pictures = Golden.Read<byte>(File, "tfstp_online");
        for (int tick = 0; tick < Ticks; tick++)
        {
            filter.Take(Spikes, tick);
            Assert.Equal(pictures.AsSpan(tick * Pixels, Pixels).ToArray(), Texture.FromPlasticity(filter));
        }

        AssertNear(Golden.Read<float>(File, "tfstp_online_R_final"), filter.Resource());
        AssertNear(Golden.Read<float>(File, "tfstp_online_u_final"), filter.Utilization());
    }

    [Fact]
    public void ClosedIntervals_AreSpikeCVs()
    {
        using CpuDevice device = new();
        using SpikeBlock block = new(device, Spikes);
        float[] expected = Golden.Read<float>(File, "isi");
        for (int tick = 1; tick < Ticks; tick++)
        {
            float[] actual = [.. block.Interval(tick - 1, Ticks, -1).Select(interval => interval < 0 ? float.PositiveInfinity : interval)];
            Assert.Equal(expected.AsSpan(tick * Pixels, Pixels).ToArray(), actual);
        }
    }

    [Fact]
    public void BrighterPixel_LooksBrighter()
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 1, 8, SpikeModel.IntegrateAndFire(2));
        using PlasticityFilter filter = new(device, 1, 8, Plasticity.ForTexture);
        SpikeStream stream = SpikeStream.Of(Scenes.Record(camera, device, 0, 200), new(1, 8));
        for (int tick = 0; tick < 200; tick++) filter.Take(stream, tick);
        float[] rates = filter.Rates();
        Assert.Equal(rates.Order(), rates);
    }

    [Fact]
    public void PictureWithoutContrast_IsBlackNotUndefined() => Assert.Equal(new byte[4], Histogram.Stretch([0.5f, 0.5f, 0.5f, 0.5f]));

    static void AssertNear(ReadOnlySpan<float> expected, float[] actual)
    {
        for (int pixel = 0; pixel < actual.Length; pixel++) Assert.Equal(expected[pixel], actual[pixel], 1e-6f);
    }
}
