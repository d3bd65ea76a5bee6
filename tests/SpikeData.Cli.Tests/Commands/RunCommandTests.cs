using System.Globalization;
using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>Stages alone, on the arrays of the public reference implementations.</summary>
public sealed class RunCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task GrayAndInitialVoltage_GiveTheReferenceSpikes()
    {
        NdArray spikes = await Run("simulate-spikes", "spikes", ("gray", Golden.Read("spike-sim/physical.npz", "gray")), ("voltage", Golden.Read("spike-sim/physical.npz", "v0")));
        Assert.Equal([137, 12, 20], spikes.Shape.ToArray());
        Assert.Equal(Golden.Read<byte>("spike-sim/physical.npz", "spikes"), spikes.As<byte>().ToArray());
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("5")]
    public async Task AnyThreshold_FiresAsVideoToSpike(string threshold)
    {
        float[] voltage = [.. Golden.Read<float>("spike-sim/v2s.npz", "r").Select(share => share * int.Parse(threshold, CultureInfo.InvariantCulture))];
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--model", "integrate-and-fire", "--threshold", threshold],
            ("gray", Golden.Read("spike-sim/v2s.npz", "gray")), ("voltage", NdArray.Of<float>(voltage, 12, 20)));
        Assert.Equal(Golden.Read<byte>("spike-sim/v2s.npz", $"spikes_thr{threshold}"), spikes.As<byte>().ToArray());
    }

    [Fact]
    public async Task HardReset_FiresAsImageToSpike()
    {
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--model", "integrate-and-fire", "--gain", "0.5", "--threshold", "1", "--reset", "hard"],
            ("gray", Still("spike-sim/spikecv_img_to_spike.npz", "image", 60, 12, 20)));
        Assert.Equal(Golden.Read<byte>("spike-sim/spikecv_img_to_spike.npz", "spikes"), spikes.As<byte>().ToArray());
    }

    [Fact]
    public async Task Gain_FiresAsTheSimplifiedSpikingSim()
    {
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--model", "integrate-and-fire", "--gain", "0.45", "--threshold", "1"],
            ("gray", Still("spike-sim/spikingsim_simplified.npz", "image", 60, 12, 20)), ("voltage", Golden.Read("spike-sim/spikingsim_simplified.npz", "g_init")));
        Assert.Equal(Golden.Read<byte>("spike-sim/spikingsim_simplified.npz", "spikes"), spikes.As<byte>().ToArray());
    }

    [Fact]
    public async Task Clocks_FireAsSpikingSim()
    {
        const string File = "spike-sim/spikingsim_clocked.npz";
        float[] gray = [.. Golden.Read<float>(File, "g0"), .. Still(File, "intensity", 59, 1, 17).As<float>()];
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--model", "clocked"], ("gray", NdArray.Of<float>(gray, 60, 1, 17)));
        byte[] expected = Golden.Read<byte>(File, "spikes");
        Assert.Equal(Enumerable.Range(0, 60 * 17).Select(place => expected[(place % 17 * 60) + (place / 17)]), spikes.As<byte>().ToArray());
    }

    [Fact]
    public async Task PublishedNoise_IsOredIn()
    {
        // The map is [H, W, T].
        byte[] map = Golden.Read<byte>("spike-sim/inherent_noise.npz", "noise");
        byte[] noise = [.. Enumerable.Range(0, map.Length).Select(place => map[(place % 72 * 137) + (place / 72)])];
        NdArray gray = NdArray.Of<float>(new float[map.Length], 137, 9, 8);
        NdArray spikes = await Run("simulate-spikes", "spikes", ("gray", gray), ("noise", NdArray.Of<byte>(noise, 137, 9, 8)));
        Assert.Equal(noise, spikes.As<byte>().ToArray());
    }

    [Fact]
    public async Task Flaws_AreWrittenAsInARecipe()
    {
        // In the dark, one spike in ten ticks.
        NdArray gray = NdArray.Of<float>(new float[1000 * 8], 1000, 2, 4);
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--model", "scsim", "--flaws", "[dark-current: { mean: 0.1, deviation: 0 }, reset-delay]"], ("gray", gray));
        Assert.InRange(spikes.As<byte>().ToArray().Sum(spike => spike), 8 * 99, 8 * 100);
    }

    [Theory]
    [InlineData("bggr", 0)]
    [InlineData("rggb", 3)]
    public async Task Mosaic_ShowsEachPixelOneColor(string color, int bluePixel)
    {
        byte[] blue = [.. Enumerable.Range(0, 10 * 2 * 2 * 3).Select(channel => channel % 3 == 0 ? (byte)255 : (byte)0)];
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--scale", "1", "--color", color, "--ticks-per-frame", "3"], ("frames", NdArray.Of<byte>(blue, 10, 2, 2, 3)));
        Assert.Equal([30, 2, 2], spikes.Shape.ToArray());
        int[] counts = [.. Enumerable.Range(0, 4).Select(pixel => spikes.As<byte>().ToArray().Where((_, place) => place % 4 == pixel).Sum(spike => spike))];
        Assert.Equal(Enumerable.Range(0, 4).Select(pixel => pixel == bluePixel ? 29 : 0), counts);
    }

    [Fact]
    public async Task GivenNoise_IsAdded()
    {
        NdArray gray = NdArray.Of<float>(new float[5 * 2 * 4], 5, 2, 4);
        byte[] noise = new byte[5 * 2 * 4];
        (noise[3], noise[39]) = (1, 7);
        NdArray spikes = await Run("simulate-spikes", "spikes", ("gray", gray), ("noise", NdArray.Of<byte>(noise, 5, 2, 4)));
        Assert.Equal(noise.Select(value => value == 0 ? (byte)0 : (byte)1), spikes.As<byte>().ToArray());
    }

    [Theory]
    [InlineData("4", 2, 3)]
    [InlineData("1", 8, 12)]
    public async Task Frames_AreMadeSmallerByTheScale(string scale, int height, int width)
    {
        NdArray frames = NdArray.Of<byte>(Enumerable.Repeat((byte)255, 10 * 8 * 12 * 3).ToArray(), 10, 8, 12, 3);
        NdArray spikes = await Run("simulate-spikes", "spikes", ["--scale", scale], ("frames", frames));
        Assert.Equal([10, height, width], spikes.Shape.ToArray());
        // Full light adds 1.985 V a tick and a spike takes 2 V: the first tick stays below.
        Assert.Equal(9 * height * width, spikes.As<byte>().ToArray().Sum(spike => spike));
    }

    [Fact]
    public async Task Frames_AverageToTheReferenceBlur()
    {
        NdArray blur = await Run("synthesize-blur", "blur", ("frames", Golden.Read("blur/blur_clip.npz", "clip_bgr")));
        Assert.Equal([48, 64, 3], blur.Shape.ToArray());
        Assert.Equal(Golden.Read<byte>("blur/blur_clip.npz", "blur_u8"), blur.As<byte>().ToArray());
    }

    [Fact]
    public async Task HalvedFrames_AverageToTheReferenceBlur()
    {
        NdArray blur = await Run("synthesize-blur", "blur", ["--shrink", "2"], ("frames", Golden.Read("blur/blur_clip.npz", "clip_bgr")));
        Assert.Equal([24, 32, 3], blur.Shape.ToArray());
        Assert.Equal(Golden.Read<byte>("blur/blur_clip.npz", "blur_half_u8"), blur.As<byte>().ToArray());
    }

    [Fact]
    public async Task FramesThatEndBeforeAnExposureIsOver_AreNamed()
    {
        Save("in.npz", ("frames", NdArray.Of<byte>(new byte[5 * 8 * 8 * 3], 5, 8, 8, 3)));
        CommandLineRun run = await CommandLineRun.Of("run", "synthesize-blur", "--shutter", "rolling", "--input", folder["in.npz"], "--output", folder["out.npz"]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("spikedata: error SPIKE481: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SharpFrames_AreFramesOfTheClip()
    {
        NdArray clip = Golden.Read("blur/blur_clip.npz", "clip_bgr");
        NdArray sharp = await Run("extract-sharp", "sharp", ["--frames", "7"], ("frames", clip));
        Assert.Equal([7, 48, 64, 3], sharp.Shape.ToArray());
        int bytes = 48 * 64 * 3;
        for (int i = 0; i < 7; i++) Assert.True(sharp.Bytes.Slice(i * bytes, bytes).SequenceEqual(clip.Bytes.Slice(16 * i * bytes, bytes)));
    }

    [Fact]
    public async Task Interpolation_KeepsTheFramesItWasGiven()
    {
        byte[] clip = new byte[2 * 8 * 8 * 3];
        clip.AsSpan(8 * 8 * 3).Fill(200);
        NdArray frames = await Run("interpolate", "frames", ["--method", "linear", "--factor", "4"], ("frames", NdArray.Of<byte>(clip, 2, 8, 8, 3)));
        Assert.Equal([5, 8, 8, 3], frames.Shape.ToArray());
        Assert.Equal([0, 50, 100, 150, 200], Enumerable.Range(0, 5).Select(i => (int)frames.Bytes[i * 192]));
    }

    [Theory]
    [InlineData("SPIKE106", "--threshold", "0", "--model", "integrate-and-fire")]
    [InlineData("SPIKE115", "--model", "phisical")]
    [InlineData("SPIKE105", "--scale", "four")]
    public async Task WrongValue_IsRefusedAsInARecipe(string id, params string[] keys)
    {
        Save("in.npz", ("gray", NdArray.Of<float>([0.5f], 1, 1, 1)));
        CommandLineRun run = await CommandLineRun.Of(["run", "simulate-spikes", .. keys, "--input", folder["in.npz"], "--output", folder["out.npz"]]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith($"spikedata: error {id}: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ArrayOfAnotherShape_IsNamedWithTheShapeItShouldHave_AndNothingIsWritten()
    {
        Save("in.npz", ("frames", NdArray.Of<byte>(new byte[12], 1, 2, 6)));
        CommandLineRun run = await CommandLineRun.Of("run", "synthesize-blur", "--input", folder["in.npz"], "--output", folder["out.npz"]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SPIKE464", run.Error, StringComparison.Ordinal);
        Assert.Contains("[T, H, W, 3]", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out.npz"]));
    }

    [Fact]
    public async Task AbsentInput_IsNamed()
    {
        CommandLineRun run = await CommandLineRun.Of("run", "synthesize-blur", "--input", folder["nowhere.npz"], "--output", folder["out.npz"]);
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith("spikedata: error SPIKE122: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("nowhere.npz", run.Error, StringComparison.Ordinal);
    }

    static NdArray Still(string file, string name, int ticks, int height, int width) =>
        NdArray.Of<float>(Enumerable.Repeat(Golden.Read<float>(file, name), ticks).SelectMany(frame => frame).ToArray(), ticks, height, width);

    Task<NdArray> Run(string stage, string result, params (string Name, NdArray Array)[] arrays) => Run(stage, result, [], arrays);

    async Task<NdArray> Run(string stage, string result, string[] keys, params (string Name, NdArray Array)[] arrays)
    {
        Save("in.npz", arrays);
        CommandLineRun run = await CommandLineRun.Of(["run", stage, .. keys, "--input", folder["in.npz"], "--output", folder["out.npz"]]);
        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        using Npz output = Npz.Open(folder["out.npz"]);
        return output.Read(result);
    }

    void Save(string name, params (string Name, NdArray Array)[] arrays)
    {
        using FileStream file = File.Create(folder[name]);
        Npz.Write(file, arrays.Select(array => KeyValuePair.Create(array.Name, array.Array)));
    }

    public void Dispose() => folder.Dispose();
}
