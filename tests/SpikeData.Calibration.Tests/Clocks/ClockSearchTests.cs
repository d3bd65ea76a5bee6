using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

public sealed class ClockSearchTests
{
    const double Nominal = 20_000 / 150.0;

    static readonly PictureClock Truth = new(1234.56, Nominal * (1 + 2.5e-4), 97);

    [Theory]
    [InlineData(1, 1234.56, 2.5e-4, 97, 1)]
    [InlineData(2, 1234.56, 2.5e-4, 97, 0.45)]
    [InlineData(3, 77.1, -9e-4, 12.3, 1)]
    [InlineData(4, -1500.75, 0, 130, 0.45)]
    [InlineData(5, 7000.5, 5e-4, 40, 2.2)]
    public void OffsetDriftAndExposure_AreFoundWithinOneTick(int seed, double first, double drift, double exposure, double gamma)
    {
        PictureClock truth = new(first, Nominal * (1 + drift), exposure);
        // Light before and after the spike recording too: pictures may begin earlier and end later.
        double[] light = FlickeringLight.Ticks(24_000, seed);
        double[] pictures = FlickeringLight.Pictures(light, truth with { FirstMiddle = first + 4000 }, 100, gamma);
        AssertFound(new ClockSearch(Nominal).Find(new BrightnessSignal(pictures, light[4000..20_000]), "pictures"), truth);
    }

    [Theory]
    [InlineData(11, 40_000, 150, -820.4, 2e-4, 200)]
    [InlineData(12, 40_000, 416, -61.7, -2e-4, 80)]
    [InlineData(13, 20_000, 240, 3.9, 2e-4, 83)]
    [InlineData(14, 20_000, 60, 5000.2, -2e-4, 5)]
    [InlineData(15, 20_000, 500, -2.5, 2e-4, 20)]
    public void OtherRates_AreFoundToo(int seed, double ticksPerSecond, double picturesPerSecond, double first, double drift, double exposure)
    {
        const int Before = 4000, Ticks = 16_000;
        double nominal = ticksPerSecond / picturesPerSecond;
        PictureClock truth = new(first, nominal * (1 + drift), exposure);
        int count = (int)((Ticks - first) / nominal);
        double[] light = FlickeringLight.Ticks(Before + Ticks + 2000, seed);
        double[] pictures = FlickeringLight.Pictures(light, truth with { FirstMiddle = first + Before }, count, gamma: 0.45);
        ClockEstimate found = new ClockSearch(nominal).Find(new BrightnessSignal(pictures, light[Before..(Before + Ticks)]), "pictures");
        Assert.InRange(found.Clock.Middle(0) - truth.Middle(0), -1, 1);
        Assert.InRange(found.Clock.Middle(count - 1) - truth.Middle(count - 1), -1, 1);
        Assert.InRange(found.Clock.ExposureTicks - exposure, -1, 1);
    }

    [Fact]
    public void FewSpikesOfALongTakeOfPictures_AreFoundToo()
    {
        double[] light = FlickeringLight.Ticks(40_000, seed: 6);
        PictureClock clock = new(200, Nominal, 60);
        ClockEstimate found = new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(light, clock, 290), light[21_000..25_000]), "pictures");
        Assert.InRange(found.Clock.Middle(170) - (clock.Middle(170) - 21_000), -1, 1);
        Assert.Equal(double.NaN, found.ErrorTicks);
    }

    [Fact]
    public void StatedError_IsThatOfTheMoments()
    {
        double[] light = FlickeringLight.Ticks(16_000, seed: 7);
        ClockEstimate found = new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(light, Truth, 100), Spikes(light)), "pictures");
        Assert.InRange(found.ErrorTicks, 0.001, 1);
        Assert.InRange(Math.Abs(found.Clock.Middle(50) - Truth.Middle(50)), 0, 4 * found.ErrorTicks);
    }

    [Fact]
    public void SpikesOfFlickeringLight_TellTheClockToo()
    {
        double[] light = FlickeringLight.Ticks(16_000, seed: 2);
        double[] shares = Spikes(light);
        AssertFound(new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(light, Truth, 100), shares), "pictures"));
    }

    [Fact]
    public void PicturesThatBeganBeforeTheSpikes_AreSynchronisedByThoseThatOverlap()
    {
        double[] light = FlickeringLight.Ticks(16_000, seed: 3);
        PictureClock clock = Truth with { FirstMiddle = 200 };
        ClockEstimate found = new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(light, clock, 100), light[4000..]), "pictures");
        Assert.InRange(found.Clock.FirstMiddle - (clock.FirstMiddle - 4000), -1, 1);
    }

    [Fact]
    public void LightThatRepeats_GivesLittleConfidence()
    {
        double[] light = [.. Enumerable.Range(0, 16_000).Select(tick => 0.4 + 0.3 * Math.Sin(tick * 2 * Math.PI / 1000))];
        ClockEstimate periodic = new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(light, Truth, 60), light), "pictures");
        double[] irregular = FlickeringLight.Ticks(16_000, seed: 1);
        ClockEstimate clear = new ClockSearch(Nominal).Find(new BrightnessSignal(FlickeringLight.Pictures(irregular, Truth, 60), irregular), "pictures");
        Assert.InRange(periodic.Confidence, 0, 0.05);
        Assert.InRange(clear.Confidence, 0.2, 1);
    }

    [Fact]
    public void SignalsOfDifferentScenes_AreRefused()
    {
        double[] light = FlickeringLight.Ticks(16_000, seed: 4);
        Random random = new(5);
        double[] other = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => new ClockSearch(Nominal).Find(new BrightnessSignal(other, light), "pictures"));
        Assert.Equal(("SPIKE613", "pictures"), (error.Id, error.File));
    }

    [Fact]
    public void SevenPictures_AreTooFew() =>
        Assert.Equal("SPIKE613", Assert.Throws<SpikeDataException>(() => new ClockSearch(Nominal).Find(new BrightnessSignal(new double[7], new double[9000]), "pictures")).Id);

    static void AssertFound(ClockEstimate found, PictureClock? truth = null)
    {
        truth ??= Truth;
        Assert.InRange(found.Clock.FirstMiddle - truth.FirstMiddle, -1, 1);
        Assert.InRange(found.Clock.Middle(99) - truth.Middle(99), -1, 1);
        Assert.InRange(found.Clock.ExposureTicks - truth.ExposureTicks, -1, 1);
    }

    /// <summary>The share of a small sensor's pixels that fire in each tick.</summary>
    static double[] Spikes(double[] light)
    {
        const int Height = 16, Width = 32;
        using Device device = Device.Open("cpu");
        using SpikeSimulation simulation = new(device, Height, Width, SpikeModel.Physical, new QuasiPeriodicNoise(), PhiloxKey.Derive(3));
        using Buffer<int> shine = device.Allocate<int>(Height * Width);
        byte[] fired = new byte[Height * Width];
        simulation.Reset(0);
        return [.. light.Select(now =>
        {
            shine.Span.Fill(Light.Of(now));
            simulation.Tick(shine).Download(fired);
            return fired.Sum(spike => spike) / (double)fired.Length;
        })];
    }
}
