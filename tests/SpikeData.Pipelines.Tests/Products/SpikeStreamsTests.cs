using System.Numerics;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Ways to look at a scene besides the paper's.</summary>
public sealed class SpikeStreamsTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public void ContinuousVoltage_RunsOnFromExposureToExposure()
    {
        var camera = new SimulateSpikes(Scale: 2, Margin: 0, Voltage: VoltageCourse.Continuous);
        byte[][] parts = Record(camera, Clip(40), new(8, 0)), anew = Record(camera with { Voltage = VoltageCourse.PerExposure }, Clip(40), new(8, 0));
        byte[] whole = Assert.Single(Record(camera with { Voltage = VoltageCourse.PerExposure }, Clip(40), new(40, 0)));

        Assert.Equal(5, parts.Length);
        Assert.Equal(whole, parts.SelectMany(part => part));
        Assert.Equal(whole[..parts[0].Length], anew[0]);
        Assert.NotEqual(parts[1], anew[1]);
    }

    [Fact]
    public void ContinuousStreamsThatOverlap_AgreeWhereTheyDo()
    {
        var camera = new SimulateSpikes(Scale: 2, Margin: 6, Voltage: VoltageCourse.Continuous);
        byte[][] streams = Record(camera, Clip(60), new(8, 2));
        for (int next = 1; next < streams.Length; next++) Assert.Equal(streams[next - 1][(10 * 2)..], streams[next][..^(10 * 2)]);
    }

    [Theory]
    [InlineData(VoltageCourse.PerExposure)]
    [InlineData(VoltageCourse.Continuous)]
    public void TicksOfAFrame_SeeTheSameLight(VoltageCourse voltage)
    {
        var camera = new SimulateSpikes(Scale: 2, Margin: 4, Voltage: voltage, TicksPerFrame: 3);
        byte[][] streams = Record(camera, Clip(30), new(5, 1)), slow = Record(camera with { TicksPerFrame = 1 }, Clip(90, times: 3), new(15, 3));

        Assert.Equal((15 + 8) * 2, streams[0].Length);
        Assert.Equal(slow, streams);
    }

    public static TheoryData<ISpikeModel, double> Models => new()
    {
        { new PhysicalModel(), 0.4 * 0.99271 },
        { new IntegrateAndFireModel(2), 0.4 / 2 },
        { new IntegrateAndFireModel(0.5, 2), 1 },
        { new IntegrateAndFireModel(1, 0.5, VoltageReset.Modulo), 0.4 * 0.5 },
        // Four ticks of 0.24 stay below the threshold; the fifth fires, and what is above it is lost.
        { new IntegrateAndFireModel(1, 0.6, VoltageReset.Hard), 1 / 5.0 },
        // Half a clock's light, on average, is lost with each spike.
        { new ClockedModel(250), 0.4 * 0.99271 },
        { new ScSimModel(), 0.4 },
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void StillScene_FiresAtTheRateOfTheModel(ISpikeModel model, double rate)
    {
        var camera = new SimulateSpikes(model, new NoNoise(), Scale: 1, Margin: 0);
        byte[] stream = Assert.Single(Record(camera, Clip(1000, brightness: _ => 102), new(1000, 0)));
        Assert.Equal(rate, Rate(stream), 0.003);
    }

    [Theory]
    [InlineData("poisson", 1 / 20.0)]
    [InlineData("inherent", 1 / 40.0)]
    [InlineData("none", 0)]
    public void NoiseInTheDark_HasItsRate(string name, double rate)
    {
        ISpikeNoise noise = name switch { "poisson" => new PoissonSpikes(20), "inherent" => new InherentNoise(40, 10), _ => new NoNoise() };
        byte[] stream = Assert.Single(Record(new(Noise: noise, Scale: 1, Margin: 0), Clip(1000, brightness: _ => 0), new(1000, 0)));
        Assert.Equal(rate, Rate(stream), 0.003);
    }

    [Fact]
    public void LinearLight_FiresAsTheLightBehindTheCode()
    {
        // Code 188 of sRGB is half of full light.
        var camera = new SimulateSpikes(new IntegrateAndFireModel(1), new NoNoise(), Response: new SrgbResponse(), Scale: 8, Margin: 0);
        byte[] stream = Assert.Single(Record(camera, Clip(1000, brightness: _ => 188), new(1000, 0)));
        Assert.InRange(stream.Sum(spike => spike), 500, 505);
    }

    [Fact]
    public void AllFlawsButDiffusion_AreTheMeasuredSensor()
    {
        var camera = new SimulateSpikes(new ScSimModel(), Flaws: [new DarkCurrent(), new ShotNoise(), new FixedPattern(), new ThresholdNoise(), new ResetDelay()]);
        Assert.Equal(SpikeModel.Measured, camera.Sensor);
    }

    [Fact]
    public void FlawGivenTwice_IsRefused()
    {
        var camera = new SimulateSpikes(Flaws: [new ShotNoise(), new DarkCurrent(), new ShotNoise(100)]);
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => camera.Apply(new Expose().Apply(Clip(1))));
        Assert.Equal("SPIKE480", error.Id);
        Assert.Contains("shot-noise", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    /// <summary>Spikes per pixel and tick.</summary>
    static double Rate(byte[] stream) => stream.Sum(bits => BitOperations.PopCount(bits)) / (8.0 * stream.Length);

    static byte[][] Record(SimulateSpikes camera, Clip clip, Expose expose)
    {
        RecordedFiles files = RecordedFiles.Of(camera.Apply(expose.Apply(clip)));
        return [.. files.Numbers("spike").Select(number => files["spike", number])];
    }

    /// <summary>Each brightness is shown some times.</summary>
    Clip Clip(int frames, int times = 1, Func<int, byte>? brightness = null)
    {
        var source = new SyntheticSource(frames) { Folder = folder, Brightness = index => (brightness ?? (moment => (byte)(moment * 7)))(index / times) };
        var workspace = new Workspace(folder.Path, device);
        return source.Open(source.Apply(workspace)[0], workspace);
    }
}
