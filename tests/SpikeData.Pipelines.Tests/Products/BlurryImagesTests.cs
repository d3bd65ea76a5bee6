using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines.Tests;

/// <summary>Blurry cameras besides the paper's. Images are named by the upper left byte of each of their rows.</summary>
public sealed class BlurryImagesTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Theory]
    [InlineData(128)]
    [InlineData(188, "srgb")]
    [InlineData(186, "gamma")]
    public void BlackAndWhite_AverageToHalfTheLight(int code, string response = "encoded")
    {
        IResponse curve = response switch { "srgb" => new SrgbResponse(), "gamma" => new GammaResponse(2.2), _ => new EncodedResponse() };
        Assert.All(Rows(new SynthesizeBlur(curve), new Expose(2, 0), 2, index => (byte)(255 * index))[0], row => Assert.Equal(code, row));
    }

    [Theory]
    [InlineData(1.0, 6)]
    [InlineData(0.6, 5)]
    [InlineData(0.2, 4)]
    [InlineData(0.0, 4)]
    public void Duty_OpensTheShutterAroundTheMiddle(double duty, int mean) =>
        Assert.All(Rows(new SynthesizeBlur(Duty: duty), new Expose(5, 0), 5, index => (byte)(index * index))[0], row => Assert.Equal(mean, row));

    [Fact]
    public void RollingShutter_ShowsEachRowAtItsOwnTime()
    {
        byte[][] images = Rows(new SynthesizeBlur(Duty: 0.1, Shutter: new RollingShutter(8)), new Expose(8, 0), 16, index => (byte)index);
        Assert.Equal([[0, 1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14, 15]], images);
    }

    [Fact]
    public void RollingShutterSlowerThanTheExposures_OverlapsThemAndLeavesOutTheFirst()
    {
        RecordedFiles files = Record(new SynthesizeBlur(Shutter: new RollingShutter(8)), new Expose(2, 0), 20, index => (byte)(2 * index));
        // Nine frames around each exposure of two: from the fourth before it on.
        Assert.Equal([5, 7, 9, 11, 13, 15], files.Numbers("blur"));
        foreach (int number in files.Numbers("blur"))
            Assert.Equal(Enumerable.Range(0, 8).Select(row => (2 * (number - 5 + row)) + 1), Rows(files["blur", number]).Select(row => (int)row));
    }

    [Fact]
    public void SensorNoise_HasItsDeviationAndFollowsTheSeedAlone()
    {
        var camera = new SynthesizeBlur(SensorNoise: new CameraNoise(ReadNoise: 3, Photons: 1_000_000_000));
        byte[][] images = Rows(camera, new Expose(1, 0), 200, _ => 100), again = Rows(camera, new Expose(1, 0), 200, _ => 100);
        double[] codes = [.. images.SelectMany(rows => rows).Select(code => (double)code)];
        Assert.Equal(images, again);
        Assert.NotEqual(images, Rows(new(SensorNoise: new CameraNoise(3, 1_000_000_000, NoiseSeed: 2)), new Expose(1, 0), 200, _ => 100));
        Assert.Equal(100, codes.Average(), 0.3);
        Assert.Equal((3 * 3) + (1 / 12.0), codes.Average(code => (code - 100) * (code - 100)), 1.0);
    }

    [Fact]
    public void OneBit_IsBlackOrWhite()
    {
        var camera = new SynthesizeBlur(SensorNoise: new CameraNoise(ReadNoise: 0, Photons: 1_000_000_000, Bits: 1));
        byte[][] images = Rows(camera, new Expose(1, 0), 3, index => (byte)(127 * index));
        Assert.Equal([0, 0, 255], images.Select(rows => (int)rows[0]));
    }

    [Fact]
    public void Shrink_HalvesTheImage() => Assert.Equal(4, Rows(new SynthesizeBlur(Shrink: 2), new Expose(1, 0), 1, _ => 5)[0].Length);

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }

    byte[][] Rows(SynthesizeBlur camera, Expose expose, int frames, Func<int, byte> brightness)
    {
        RecordedFiles files = Record(camera, expose, frames, brightness);
        return [.. files.Numbers("blur").Select(number => Rows(files["blur", number]))];
    }

    RecordedFiles Record(SynthesizeBlur camera, Expose expose, int frames, Func<int, byte> brightness)
    {
        var source = new SyntheticSource(frames) { Folder = folder, Brightness = brightness };
        var workspace = new Workspace(folder.Path, device);
        return RecordedFiles.Of(camera.Apply(expose.Apply(source.Open(source.Apply(workspace)[0], workspace))));
    }

    byte[] Rows(byte[] png)
    {
        string file = folder["picture.png"];
        File.WriteAllBytes(file, png);
        (int height, int width) = PictureFile.Measure(file);
        byte[] bgr = new byte[height * width * 3];
        PictureFile.Read(file, bgr, height, width);
        return [.. Enumerable.Range(0, height).Select(row => bgr[row * width * 3])];
    }
}
