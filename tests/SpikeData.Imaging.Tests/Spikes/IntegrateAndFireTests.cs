using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class IntegrateAndFireTests
{
    [Fact]
    public void PhysicalPixel_FiresAsTheOfficialSimulator()
    {
        float[] gray = Golden.Read<float>("spike-sim/physical.npz", "gray");
        float[] voltage = Golden.Read<float>("spike-sim/physical.npz", "v0");
        Assert.Equal(Golden.Read<byte>("spike-sim/physical.npz", "spikes"), SpikesOf(SpikeModel.Physical, gray, 12, 20, voltage));
    }

    [Fact]
    public void StillImage_FiresAsTheOfficialSimulator()
    {
        float[] image = Golden.Read<float>("spike-sim/physical_still.npz", "gray"), first = Golden.Read<float>("spike-sim/physical_still.npz", "g0");
        float[] gray = [.. first, .. Enumerable.Repeat(image, 49).SelectMany(frame => frame)];
        Assert.Equal(Golden.Read<byte>("spike-sim/physical_still.npz", "spikes"), SpikesOf(SpikeModel.Physical, gray, 12, 20, new float[240]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void SoftReset_FiresAsVideoToSpike(int threshold)
    {
        float[] gray = Golden.Read<float>("spike-sim/v2s.npz", "gray");
        float[] voltage = [.. Golden.Read<float>("spike-sim/v2s.npz", "r").Select(share => share * threshold)];
        byte[] expected = Golden.Read<byte>("spike-sim/v2s.npz", $"spikes_thr{threshold}");
        Assert.Equal(expected, SpikesOf(SpikeModel.IntegrateAndFire(threshold), gray, 12, 20, voltage));
    }

    [Fact]
    public void HardReset_FiresAsImageToSpike()
    {
        float[] image = Golden.Read<float>("spike-sim/spikecv_img_to_spike.npz", "image");
        byte[] expected = Golden.Read<byte>("spike-sim/spikecv_img_to_spike.npz", "spikes");
        SpikeModel model = new(0.5, 1) { Reset = VoltageReset.Hard };
        Assert.Equal(expected, SpikesOf(model, Still(image, 60), 12, 20, new float[240]));
    }

    [Fact]
    public void Gain_FiresAsTheSimplifiedSpikingSim()
    {
        float[] image = Golden.Read<float>("spike-sim/spikingsim_simplified.npz", "image");
        float[] voltage = Golden.Read<float>("spike-sim/spikingsim_simplified.npz", "g_init");
        byte[] expected = Golden.Read<byte>("spike-sim/spikingsim_simplified.npz", "spikes");
        Assert.Equal(expected, SpikesOf(new(0.45, 1), Still(image, 60), 12, 20, voltage));
    }

    [Fact]
    public void Clocks_FireAsSpikingSim()
    {
        float[] intensity = Golden.Read<float>("spike-sim/spikingsim_clocked.npz", "intensity"), first = Golden.Read<float>("spike-sim/spikingsim_clocked.npz", "g0");
        byte[] byPixel = Golden.Read<byte>("spike-sim/spikingsim_clocked.npz", "spikes");
        byte[] spikes = SpikesOf(SpikeModel.Clocked, [.. first, .. Still(intensity, 59)], 1, 17, new float[17]);
        for (int pixel = 0; pixel < 17; pixel++)
        for (int tick = 0; tick < 60; tick++)
            Assert.Equal(byPixel[pixel * 60 + tick], spikes[tick * 17 + pixel]);
    }

    static float[] Still(float[] image, int ticks) => [.. Enumerable.Repeat(image, ticks).SelectMany(frame => frame)];

    static byte[] SpikesOf(SpikeModel model, float[] gray, int height, int width, float[] voltage)
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, height, width, model);
        using Buffer<int> light = device.Allocate<int>(height * width);
        camera.Reset(voltage);
        byte[] spikes = new byte[gray.Length];
        for (int first = 0; first < gray.Length; first += height * width)
        {
            light.Upload([.. gray.AsSpan(first, height * width).ToArray().Select(value => Light.Of(value))]);
            camera.Tick(light).Download(spikes.AsSpan(first, height * width));
        }

        return spikes;
    }
}
