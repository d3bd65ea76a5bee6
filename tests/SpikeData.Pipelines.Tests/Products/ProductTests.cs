using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>What each product makes of the frames that pass.</summary>
public sealed class ProductTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public void StillScene_BlursToItself()
    {
        RecordedFiles files = RecordedFiles.Of(new SynthesizeBlur().Apply(new Expose(5, 1).Apply(Clip(11, _ => 77))));

        Assert.Equal([2, 8], files.Numbers("blur"));
        Assert.All(Pixels(files["blur", 2]), pixel => Assert.Equal(77, pixel));
    }

    [Fact]
    public void HalvesOfTheMean_AreRoundedToTheEvenValue()
    {
        RecordedFiles files = RecordedFiles.Of(new SynthesizeBlur().Apply(new Expose(2, 0).Apply(Clip(4, index => (byte)index))));

        Assert.All(Pixels(files["blur", 1]), pixel => Assert.Equal(0, pixel));
        Assert.All(Pixels(files["blur", 3]), pixel => Assert.Equal(2, pixel));
    }

    [Fact]
    public void ExposureThatTheClipDoesNotFinish_HasNoBlurryImage()
    {
        Assert.Equal([2], RecordedFiles.Of(new SynthesizeBlur().Apply(new Expose(5, 0).Apply(Clip(9, _ => 0)))).Numbers("blur"));
        Assert.Equal([2, 7], RecordedFiles.Of(new SynthesizeBlur().Apply(new Expose(5, 0).Apply(Clip(10, _ => 0)))).Numbers("blur"));
    }

    [Fact]
    public void SharpFrame_IsWrittenAsItPasses_WhetherOrNotItsExposureIsFinished()
    {
        RecordedFiles files = RecordedFiles.Of(new ExtractSharp(1).Apply(new Expose(5, 1).Apply(Clip(9, index => (byte)(10 * index)))));

        Assert.Equal([2, 8], files.Numbers("sharp"));
        Assert.All(Pixels(files["sharp", 8]), pixel => Assert.Equal(80, pixel));
    }

    [Theory]
    [InlineData(137 - 20, new int[0])]
    [InlineData(104 + 97 + 19, new int[0])]
    [InlineData(104 + 97 + 20, new[] { 152 })]
    [InlineData(208 + 97 + 19, new[] { 152 })]
    [InlineData(208 + 97 + 20, new[] { 152, 256 })]
    public void SpikeStream_NeedsItsMarginOnBothSides_SoTheFirstExposureHasNone(int frames, int[] numbers) =>
        Assert.Equal(numbers, Spikes(frames, margin: 20, expose: new()).Numbers("spike"));

    [Fact]
    public void WithoutMargins_TheFirstExposureHasSpikes() =>
        Assert.Equal([48, 152], Spikes(104 + 97, margin: 0, expose: new()).Numbers("spike"));

    public static TheoryData<SimulateSpikes> Cameras =>
    [
        new SimulateSpikes(Scale: 2, Margin: 9, Seed: 3),
        new SimulateSpikes(new ScSimModel(), new PoissonSpikes(20), EveryFlaw, Scale: 2, Margin: 9),
        new SimulateSpikes(new ClockedModel(20), Color: ColorFilter.Gbrg, Response: new SrgbResponse(), Scale: 2, Margin: 9),
    ];

    static ISensorFlaw[] EveryFlaw =>
        [new DarkCurrent(), new ShotNoise(500), new FixedPattern(), new ThresholdNoise(), new ResetDelay(), new Diffusion(0.02)];

    [Theory]
    [MemberData(nameof(Cameras))]
    public void OverlappingStreams_AreThoseThatEachExposureWouldGiveAlone(SimulateSpikes spikes)
    {
        const int Margin = 9;
        SpikeStreams streams = spikes.Apply(new Expose(3, 1).Apply(Clip(60, index => (byte)(index * 7))));
        RecordedFiles together = RecordedFiles.Of(streams);

        Assert.Equal([13, 17, 21, 25, 29, 33, 37, 41, 45, 49], together.Numbers("spike"));
        foreach (int exposure in Enumerable.Range(3, 10))
            Assert.Equal(Alone(streams, exposure, (4 * exposure) - Margin), together["spike", (4 * exposure) + 1]);
    }

    [Fact]
    public void FullLight_FiresAtIntensityOverThreshold()
    {
        var spikes = new SimulateSpikes(new IntegrateAndFireModel(2), new NoNoise(), Scale: 1, Margin: 0);
        RecordedFiles files = RecordedFiles.Of(spikes.Apply(new Expose(100, 0).Apply(Clip(100, _ => 255))));

        var stream = new SpikeStream(new(8, 8), files["spike", 50]);
        Assert.All(Enumerable.Range(0, 64), pixel => Assert.Equal(50, Enumerable.Range(0, 100).Count(tick => stream[tick, pixel / 8, pixel % 8])));
    }

    [Fact]
    public void FramesSmallerThanASpikePixel_AreRefused()
    {
        var error = Assert.Throws<SpikeDataException>(() => new SimulateSpikes(Scale: 9).Apply(new Expose().Apply(Clip(1, _ => 0))));

        Assert.Equal("SPIKE414", error.Id);
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    RecordedFiles Spikes(int frames, int margin, Expose expose) => RecordedFiles.Of(
        new SimulateSpikes(new IntegrateAndFireModel(3), new NoNoise(), Scale: 2, Margin: margin).Apply(expose.Apply(Clip(frames, index => (byte)(index * 7)))));

    Clip Clip(int frames, Func<int, byte> brightness)
    {
        var source = new SyntheticSource(frames) { Folder = folder, Brightness = brightness };
        var workspace = new Workspace(folder.Path, device);
        return source.Open(source.Apply(workspace)[0], workspace);
    }

    /// <summary>The stream of one exposure, with nothing else simulated before, after or beside it.</summary>
    static byte[] Alone(SpikeStreams streams, int exposure, int first)
    {
        Device device = streams.Exposures.Clip.Workspace.Device;
        using SpikeSimulation simulation = streams.Simulation();
        using LightMeter meter = streams.Meter();
        using Buffer<byte> packed = device.Allocate<byte>(simulation.Layout.FrameBytes);
        simulation.Reset(exposure);
        var stream = new List<byte>();
        foreach (Frame frame in streams.Exposures.Clip.Frames.Skip(first).Take(streams.Ticks))
        {
            using (frame) simulation.Tick(meter.Measure(frame));
            simulation.Pack(packed);
            stream.AddRange(packed.Span);
        }

        return [.. stream];
    }

    byte[] Pixels(byte[] png)
    {
        string file = folder["picture.png"];
        File.WriteAllBytes(file, png);
        byte[] bgr = new byte[8 * 8 * 3];
        PictureFile.Read(file, bgr, 8, 8);
        return bgr;
    }
}
