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
