using SpikeData.Compute;

namespace SpikeData.Imaging.Tests;

public sealed class SensorFlawsTests : IDisposable
{
    const int Height = 64, Width = 64, Pixels = Height * Width;
    readonly CpuDevice device = new();

    public void Dispose() => device.Dispose();

    [Fact]
    public void SensorWithoutFlaws_FiresAsThePlainPixel()
    {
        SpikeModel plain = new(1, 2), flawless = plain with { Flaws = new() };
        Assert.Equal(Record(plain, Gray, 50), Record(flawless, Gray, 50));
    }

    [Fact]
    public void DarkCurrent_FiresInTheDark()
    {
        double rate = Rates(Sensor(new() { DarkCurrent = 0.05, DarkPattern = 0.01 }), _ => 0, 1000).Average();
        Assert.Equal(0.05, rate, 0.001);
    }

    [Theory]
    [InlineData(0.0577, 0)]
    [InlineData(0, 0.0456)]
    public void Patterns_MakePixelsDifferButNotExposures(double gain, double threshold)
    {
        SpikeModel model = Sensor(new() { GainPattern = gain, ThresholdPattern = threshold });
        double[] rates = Rates(model, _ => 0.5, 2000, exposure: 0), again = Rates(model, _ => 0.5, 2000, exposure: 1);
        double mean = rates.Average();
        Assert.Equal(0.5, mean, 0.003);
        Assert.Equal(gain + threshold, Math.Sqrt(rates.Average(rate => (rate - mean) * (rate - mean))) / mean, 0.003);
        Assert.All(rates.Zip(again), pair => Assert.Equal(pair.First, pair.Second, 1.1 / 2000));
    }

    [Fact]
    public void SerialNumbers_HaveTheirOwnPatterns()
    {
        double[] one = Rates(Sensor(new() { GainPattern = 0.05, Serial = 1 }), _ => 0.5, 500);
        double[] two = Rates(Sensor(new() { GainPattern = 0.05, Serial = 2 }), _ => 0.5, 500);
        Assert.InRange(one.Zip(two).Count(pair => Math.Abs(pair.First - pair.Second) > 0.01), Pixels / 2, Pixels);
    }

    [Fact]
    public void ResetLoss_SlowsABrightPixel()
    {
        double rate = Rates(Sensor(new() { ResetLoss = 0.1 }), _ => 0.5, 2000).Average();
        // Of the two ticks to a spike, one is 10 % darker.
        Assert.Equal(0.5 / 1.05, rate, 0.001);
    }

    [Fact]
    public void ThresholdNoise_KeepsTheRate() =>
        Assert.Equal(0.3, Rates(Sensor(new() { ThresholdNoise = 0.05 }), _ => 0.3, 1000).Average(), 0.01);

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.25)]
    [InlineData(0.01)]
    public void ShotNoise_IsTheSquareRootOfThePhotons(double light)
    {
        const double Photons = 50_000;
        using Buffer<int> shine = Upload(_ => light), deviations = device.Allocate<int>(4097), normal = NormalTable();
        deviations.Upload(AddShotNoise.Deviations(Photons));
        device.Run(new AddShotNoise(shine.View, shine.View, deviations.View, normal.View, Width, 3, PhiloxKey.Derive(1), 0), Height, Width);
        double[] seen = Shares(shine);
        double mean = seen.Average(), deviation = Math.Sqrt(seen.Average(share => (share - mean) * (share - mean)));
        double expected = Math.Sqrt(light / Photons);
        Assert.Equal(light, mean, 4 * expected / Math.Sqrt(Pixels));
        Assert.Equal(expected, deviation, 0.05 * expected);
    }

    [Fact]
    public void Diffusion_IsARandomWalk()
    {
        const double Step = 0.001;
        const int Ticks = 100;
        using Buffer<int> light = Upload(_ => 0.5), walk = Upload(_ => 0), shine = Upload(_ => 0), normal = NormalTable();
        int deviation = Light.Of(Step);
        for (int tick = 0; tick < Ticks; tick++)
            device.Run(new DiffuseLight(light.View, walk.View, shine.View, normal.View, Width, deviation, tick, PhiloxKey.Derive(1), 0), Height, Width);
        double[] strayed = [.. Shares(shine).Select(share => share - 0.5)];
        double expected = Step * Math.Sqrt(Ticks);
        Assert.Equal(0, strayed.Average(), 4 * expected / Math.Sqrt(Pixels));
        Assert.Equal(expected, Math.Sqrt(strayed.Average(share => share * share)), 0.05 * expected);
    }

    [Fact]
    public void MeasuredSensor_FiresAsOftenAsTheLightAsksPlusItsDarkCurrent()
    {
        double[] rates = Rates(SpikeModel.Measured, pixel => (double)(pixel % 10) / 10, 1000);
        for (int tenth = 0; tenth < 10; tenth++)
        {
            double mean = rates.Where((_, pixel) => pixel % 10 == tenth).Average();
            Assert.Equal((tenth / 10.0) + SensorFlaws.Measured.DarkCurrent, mean, 0.01);
        }
    }

    [Fact]
    public void ImpossibleFlaws_AreRefused()
    {
        Assert.Equal("SPIKE478", Assert.Throws<SpikeDataException>(() => Record(Sensor(new() { GainPattern = -1 }), Gray, 1)).Id);
        Assert.Equal("SPIKE478", Assert.Throws<SpikeDataException>(() => Record(Sensor(new() { Photons = 3 }), Gray, 1)).Id);
    }

    static SpikeModel Sensor(SensorFlaws flaws) => new(1, 1) { InitialVoltage = 1, Flaws = flaws };

    static double Gray(int pixel) => (double)pixel / Pixels;

    Buffer<int> Upload(Func<int, double> light)
    {
        Buffer<int> buffer = device.Allocate<int>(Pixels);
        buffer.Upload([.. Enumerable.Range(0, Pixels).Select(pixel => Light.Of(light(pixel)))]);
        return buffer;
    }

    Buffer<int> NormalTable()
    {
        Buffer<int> table = device.Allocate<int>(Normal.Table.Length);
        table.Upload(Normal.Table);
        return table;
    }

    static double[] Shares(Buffer<int> light)
    {
        int[] numbers = new int[light.Length];
        light.Download(numbers);
        return [.. numbers.Select(number => (double)number / Light.Full)];
    }

    double[] Rates(SpikeModel model, Func<int, double> light, int ticks, int exposure = 0)
    {
        double[] counts = new double[Pixels];
        byte[] spikes = Record(model, light, ticks, exposure, counts);
        Assert.Equal(Pixels, spikes.Length);
        return Array.ConvertAll(counts, count => count / ticks);
    }

    byte[] Record(SpikeModel model, Func<int, double> gray, int ticks, int exposure = 0, double[]? counts = null)
    {
        using SpikeSimulation camera = new(device, Height, Width, model, key: PhiloxKey.Derive(9));
        using Buffer<int> light = Upload(gray);
        camera.Reset(exposure);
        byte[] spikes = new byte[Pixels];
        for (int tick = 0; tick < ticks; tick++)
        {
            camera.Tick(light).Download(spikes);
            for (int pixel = 0; counts is not null && pixel < Pixels; pixel++) counts[pixel] += spikes[pixel];
        }

        return spikes;
    }
}
