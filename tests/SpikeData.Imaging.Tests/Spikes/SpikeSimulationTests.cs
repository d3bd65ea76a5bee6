using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class SpikeSimulationTests
{
    public static TheoryData<SpikeModel> Models =>
    [
        SpikeModel.Physical, SpikeModel.IntegrateAndFire(0.3), SpikeModel.IntegrateAndFire(1), SpikeModel.IntegrateAndFire(2),
        SpikeModel.IntegrateAndFire(5), SpikeModel.IntegrateAndFire(100), new SpikeModel(0.45, 1) { InitialVoltage = 1 },
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void SpikesTimesThresholdPlusResidue_IsTheLightIntegrated(SpikeModel model)
    {
        const int Ticks = 137, Pixels = 211;
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 1, Pixels, model, key: PhiloxKey.Derive(1, "law"));
        using Buffer<int> light = device.Allocate<int>(Pixels);
        Random random = new(1);
        camera.Reset(0);
        long[] integrated = Download(camera.Voltage);
        long[] spikes = new long[Pixels];
        byte[] fired = new byte[Pixels];
        for (int tick = 0; tick < Ticks; tick++)
        {
            int[] shine = [.. Enumerable.Range(0, Pixels).Select(_ => random.Next(Light.Full + 1))];
            light.Upload(shine);
            camera.Tick(light).Download(fired);
            for (int pixel = 0; pixel < Pixels; pixel++)
            {
                integrated[pixel] += Charge(shine[pixel], model);
                spikes[pixel] += fired[pixel];
            }
        }

        long[] residue = Download(camera.Voltage);
        for (int pixel = 0; pixel < Pixels; pixel++)
            Assert.InRange(integrated[pixel] - spikes[pixel] * model.Fixed(model.Threshold) - residue[pixel], -Ticks, Ticks);
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void StillScene_FiresAtIntensityOverThreshold(SpikeModel model)
    {
        const int Ticks = 2000, Pixels = 101;
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 1, Pixels, model, key: PhiloxKey.Derive(1, "law"));
        byte[] spikes = Scenes.Record(camera, device, 0, Ticks);
        for (int pixel = 0; pixel < Pixels; pixel++)
        {
            double rate = Math.Min(1, model.Gain * pixel / Pixels / model.Threshold);
            int count = Enumerable.Range(0, Ticks).Sum(tick => spikes[tick * Pixels + pixel]);
            Assert.InRange(count, (rate * Ticks) - 1, (rate * Ticks) + 1);
        }
    }

    [Fact]
    public void BrighterThanTheThreshold_FiresEveryTickAndKeepsTheRest()
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 1, 2, SpikeModel.IntegrateAndFire(0.5));
        using Buffer<int> light = device.Allocate<int>(2);
        camera.Reset([0, 0]);
        List<byte> first = [];
        for (int tick = 0; tick < 40; tick++)
        {
            light.Upload(tick < 10 ? [Light.Full, Light.Full / 4] : [0, Light.Full / 4]);
            byte[] fired = new byte[2];
            camera.Tick(light).Download(fired);
            first.Add(fired[0]);
        }

        Assert.Equal([.. Enumerable.Repeat((byte)1, 20), .. Enumerable.Repeat((byte)0, 20)], first);
    }

    public static TheoryData<SpikeModel, SpikeNoise> Sensors => new()
    {
        { SpikeModel.Measured with { Flaws = SensorFlaws.Measured with { Diffusion = 0.01 } }, new PoissonNoise(20) },
        { SpikeModel.Physical, new QuasiPeriodicNoise(30, 10) },
    };

    [Theory]
    [MemberData(nameof(Sensors))]
    public void TileAlone_FiresAsWithinTheWholeSensor(SpikeModel model, SpikeNoise noise)
    {
        const int Ticks = 60, Height = 9, Width = 31, Top = 4, Left = 11, TileHeight = 3, TileWidth = 17;
        using CpuDevice device = new();
        using SpikeSimulation whole = new(device, Height, Width, model, noise, PhiloxKey.Derive(1, "tile"));
        using SpikeSimulation tile = new(device, TileHeight, TileWidth, model, noise, PhiloxKey.Derive(1, "tile"), new(TileWidth, Width, (Top * Width) + Left));
        using Buffer<int> light = device.Allocate<int>(Height * Width), part = device.Allocate<int>(TileHeight * TileWidth);
        int[] shine = [.. Enumerable.Range(0, Height * Width).Select(pixel => pixel * (Light.Full / (Height * Width)))];
        int[] places = [.. Enumerable.Range(0, TileHeight * TileWidth).Select(pixel => ((Top + (pixel / TileWidth)) * Width) + Left + (pixel % TileWidth))];
        light.Upload(shine);
        part.Upload([.. places.Select(place => shine[place])]);
        whole.Reset(3);
        tile.Reset(3);
        byte[] spikes = new byte[Height * Width], ofTile = new byte[TileHeight * TileWidth];
        for (int tick = 0; tick < Ticks; tick++)
        {
            whole.Tick(light).Download(spikes);
            tile.Tick(part).Download(ofTile);
            Assert.Equal(places.Select(place => spikes[place]), ofTile);
        }
    }

    [Fact]
    public void InitialVoltages_AreSpreadEvenlyBelowTheirRange()
    {
        using CpuDevice device = new();
        using SpikeSimulation camera = new(device, 100, 100, SpikeModel.Physical, key: PhiloxKey.Derive(1, "voltage"));
        camera.Reset(7);
        double[] shares = [.. Download(camera.Voltage).Select(voltage => voltage / (SpikeModel.Physical.Gain * (1L << SpikeModel.Physical.FractionBits)))];
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.Equal(0.5, shares.Average(), 0.015);
        Assert.Equal(1 / 12.0, shares.Average(share => (share - 0.5) * (share - 0.5)), 0.003);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, 5000)]
    [InlineData(double.PositiveInfinity, 1)]
    public void ImpossiblePixel_IsRefused(double gain, double threshold) =>
        Assert.Equal("SPIKE475", Assert.Throws<SpikeDataException>(() => new SpikeModel(gain, threshold)).Id);

    static double Exact(int light, SpikeModel model) => light * model.Gain * Math.ScaleB(1, model.FractionBits - Light.FractionBits);

    static long Charge(int light, SpikeModel model) => (long)Math.Round(Exact(light, model));

    static long[] Download(Buffer<int> buffer)
    {
        int[] values = new int[buffer.Length];
        buffer.Download(values);
        return [.. values.Select(value => (long)value)];
    }
}
