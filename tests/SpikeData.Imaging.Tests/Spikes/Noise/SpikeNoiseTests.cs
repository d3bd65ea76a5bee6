using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class SpikeNoiseTests
{
    const int Height = 32, Width = 48, Pixels = Height * Width;
    static readonly PhiloxKey Key = PhiloxKey.Derive(1, "seed", "clip");

    public static TheoryData<SpikeNoise> Noises => [new QuasiPeriodicNoise(), new PoissonNoise()];

    [Theory]
    [MemberData(nameof(Noises))]
    public void DarkScene_FiresOnceIn140TicksFromTheFirstTickOn(SpikeNoise noise)
    {
        byte[] spikes = Dark(noise, 1400);
        // Five deviations of what independent pixels would scatter, for each of twenty stretches.
        double[] rates = [.. spikes.Chunk(70 * Pixels).Select(stretch => stretch.Average(spike => (double)spike))];
        Assert.All(rates, rate => Assert.Equal(1 / 140.0, rate, 5 * Math.Sqrt(1 / 140.0 / (70 * Pixels))));
        Assert.Equal(1 / 140.0, rates.Average(), 0.01 / 140);
    }

    [Fact]
    public void QuasiPeriodicGaps_AreNormal()
    {
        double[] gaps = Gaps(Dark(new QuasiPeriodicNoise(), 4000));
        double mean = gaps.Average();
        // Long gaps are cut off by the end of the recording, which shortens the mean a little.
        Assert.Equal(140, mean, 1.5);
        Assert.Equal(50, Math.Sqrt(gaps.Average(gap => (gap - mean) * (gap - mean))), 1.5);
        Assert.Equal(0.159, gaps.Count(gap => gap < 90) / (double)gaps.Length, 0.01);
    }

    [Fact]
    public void PoissonGaps_HaveNoMemory()
    {
        byte[] spikes = Dark(new PoissonNoise(), 1400);
        double[] counts = [.. Enumerable.Range(0, Pixels).Select(pixel => (double)Enumerable.Range(0, 1400).Sum(tick => spikes[tick * Pixels + pixel]))];
        double mean = counts.Average(), variance = counts.Average(count => (count - mean) * (count - mean));
        Assert.Equal(139 / 140.0, variance / mean, 0.1);
        Assert.Equal(8 / 140.0, Gaps(spikes).Count(gap => gap <= 8) / (double)Gaps(spikes).Length, 0.01);
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void Exposure_AloneIsAsAmongOthers(SpikeNoise noise)
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 5, 7, SpikeModel.Physical, noise, Key), other = new(device, 5, 7, SpikeModel.Physical, noise, Key);
        Scenes.Record(camera, device, 0, 137);
        Scenes.Record(camera, device, 1, 30);
        Assert.Equal(Scenes.Record(other, device, 2, 137), Scenes.Record(camera, device, 2, 137));
    }

    [Theory]
    [MemberData(nameof(Noises))]
    public void Pixel_DoesNotDependOnOthers(SpikeNoise noise)
    {
        using CpuDevice device = new();
        using SpikeSimulation tall = new(device, 9, 7, SpikeModel.Physical, noise, Key), low = new(device, 2, 7, SpikeModel.Physical, noise, Key);
        byte[] all = Scenes.Record(tall, device, 3, 400, dark: true), few = Scenes.Record(low, device, 3, 400, dark: true);
        Assert.Contains((byte)1, few);
        Assert.Equal(few, all.Chunk(9 * 7).SelectMany(frame => frame.Take(2 * 7)));
    }

    [Fact]
    public void Seeds_Exposures_And_Clips_DifferInNoiseAndVoltage()
    {
        using CpuDevice device = new();
        List<string> recordings = [];
        foreach (PhiloxKey key in (PhiloxKey[])[PhiloxKey.Derive(1, "a"), PhiloxKey.Derive(2, "a"), PhiloxKey.Derive(1, "b")])
        {
            using SpikeSimulation camera = new(device, 5, 7, SpikeModel.Physical, new QuasiPeriodicNoise(), key);
            foreach (int exposure in (int[])[0, 1]) recordings.Add(Convert.ToHexString(Scenes.Record(camera, device, exposure, 137)));
        }

        Assert.Distinct(recordings);
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(140, 150)]
    [InlineData(double.NaN, 1)]
    public void ImpossibleGaps_AreRefused(double mean, double deviation)
    {
        using CpuDevice device = new();
        Assert.Equal("SPIKE476",
            Assert.Throws<SpikeDataException>(() => new SpikeSimulation(device, 1, 1, SpikeModel.Physical, new QuasiPeriodicNoise(mean, deviation))).Id);
    }

    [Fact]
    public void GivenGaps_ArePlacedAsTheOfficialScriptPlacesThem()
    {
        NdArray noise = Golden.Read("spike-sim/inherent_noise.npz", "noise");
        (int height, int width, int ticks) = (noise.Shape[0], noise.Shape[1], noise.Shape[2]);
        byte[] placed = PublishedNoise.Place(Golden.Read<float>("spike-sim/inherent_noise.npz", "gaps"), height, width, ticks);
        for (int pixel = 0; pixel < height * width; pixel++)
        for (int tick = 0; tick < ticks; tick++)
            Assert.Equal(noise.As<byte>()[pixel * ticks + tick], placed[tick * height * width + pixel]);
    }

    static byte[] Dark(SpikeNoise noise, int ticks)
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, Height, Width, SpikeModel.Physical, noise, Key);
        return Scenes.Record(camera, device, 0, ticks, dark: true);
    }

    static double[] Gaps(byte[] spikes)
    {
        List<double> gaps = [];
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            int last = -1;
            for (int tick = 0; tick < spikes.Length / Pixels; tick++)
            {
                if (spikes[tick * Pixels + pixel] == 0) continue;
                if (last >= 0) gaps.Add(tick - last);
                last = tick;
            }
        }

        return [.. gaps];
    }
}
