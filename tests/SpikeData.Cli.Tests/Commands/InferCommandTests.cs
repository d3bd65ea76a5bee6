using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>Networks alone, on the arrays of the public reference implementations.</summary>
public sealed class InferCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("bsn", "x0", "y0")]
    [InlineData("bsn", "x1", "y1")]
    [InlineData("edsr", "x1", "y1")]
    public async Task Image_BecomesTheReferences(string network, string x, string y)
    {
        NdArray result = await Infer(network, $"nets/{network}_weights.npz", ("x", Golden.Read($"nets/{network}_io.npz", x)));
        AssertNear(Golden.Read($"nets/{network}_io.npz", y), result, 1e-5);
    }

    [Fact]
    public async Task BlurAndSpikes_BecomeTheReferencesSharpImage()
    {
        NdArray result = await Infer(
            "ldn", "nets/ldn_weights.npz", ("blur", Golden.Read("nets/ldn_io.npz", "blur1")), ("spikes", Golden.Read("nets/ldn_io.npz", "spike1")));
        AssertNear(Golden.Read("nets/ldn_io.npz", "y1"), result, 1e-5);
    }

    [Theory]
    [InlineData("xvfi", "xvfi/net_vimeo_s1_nf8", "out_f32_0p5", "--scales", "1", "--module-scale", "2")]
    [InlineData("ifnet", "rife/ifnet", "out")]
    public async Task TwoFrames_BecomeTheReferencesMiddleFrame(string network, string file, string y, params string[] options)
    {
        NdArray frames = Golden.Read($"{file}.npz", "frames_u8");
        NdArray result = await Infer(network, $"{file}_weights.npz", options, ("frames", frames), ("t", NdArray.Of<float>([0.5f], 1)));
        AssertNear(Golden.Read($"{file}.npz", y), result, 1e-4);
    }

    [Theory]
    [InlineData("xvfi", "xvfi/net_vimeo_s1_nf8", 0.5f, "SPIKE560", "--module-scale", "4")]
    [InlineData("ifnet-m", "rife/ifnet", 0.5f, "SPIKE560")]
    [InlineData("ifnet", "rife/ifnet", 1.5f, "SPIKE561")]
    public async Task InstantOrWeightsThatDoNotFit_AreRefused(string network, string file, float instant, string id, params string[] options)
    {
        CommandLineRun run = await Run(
            network, $"{file}_weights.npz", options, ("frames", NdArray.Of<byte>(new byte[2 * 48], 2, 4, 4, 3)), ("t", NdArray.Of<float>([instant], 1)));
        Assert.StartsWith($"spikedata: error {id}: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ImagesOfABatch_AreEachWhatTheyAreAlone()
    {
        float[] first = Noise(1), second = Noise(2);
        NdArray both = await Infer("edsr", "nets/edsr_weights.npz", ("x", NdArray.Of<float>([.. first, .. second], 2, 1, 6, 8)));
        NdArray alone = await Infer("edsr", "nets/edsr_weights.npz", ("x", NdArray.Of<float>(second, 1, 1, 6, 8)));
        Assert.Equal([2, 1, 24, 32], both.Shape.ToArray());
        Assert.Equal(alone.As<float>().ToArray(), both.As<float>()[alone.Length..].ToArray());
    }

    [Theory]
    [InlineData("bsn", "SPIKE561", 1, 6, 40)]
    [InlineData("bsn", "SPIKE561", 2, 16, 16)]
    [InlineData("edsr", "SPIKE464", 2, 16, 16)]
    public async Task ImageThatTheNetworkCannotTake_IsRefused_AndNothingIsWritten(string network, string id, int channels, int height, int width)
    {
        CommandLineRun run = await Run(network, $"nets/{network}_weights.npz", ("x", NdArray.Of<float>(new float[channels * height * width], 1, channels, height, width)));
        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"spikedata: error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["out.npz"]));
    }

    [Fact]
    public async Task SpikesOfAnotherSize_AreRefused()
    {
        CommandLineRun run = await Run(
            "ldn", "nets/ldn_weights.npz", ("blur", NdArray.Of<float>(new float[3 * 64], 1, 3, 8, 8)), ("spikes", NdArray.Of<float>(new float[21 * 6], 1, 21, 2, 3)));
        Assert.StartsWith("spikedata: error SPIKE561: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WeightsOfAnotherNetwork_AreRefused()
    {
        CommandLineRun run = await Run("bsn", "nets/edsr_weights.npz", ("x", NdArray.Of<float>(new float[64], 1, 1, 8, 8)));
        Assert.Contains("error SPIKE560: ", run.Error, StringComparison.Ordinal);
    }

    static float[] Noise(int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, 48).Select(_ => random.NextSingle())];
    }

    static void AssertNear(NdArray expected, NdArray actual, double bound)
    {
        Assert.Equal(expected.Shape.ToArray(), actual.Shape.ToArray());
        Assert.All(expected.As<float>().ToArray().Zip(actual.As<float>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, bound));
    }

    Task<NdArray> Infer(string network, string weights, params (string Name, NdArray Array)[] arrays) => Infer(network, weights, [], arrays);

    async Task<NdArray> Infer(string network, string weights, string[] options, params (string Name, NdArray Array)[] arrays)
    {
        CommandLineRun run = await Run(network, weights, options, arrays);
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        using Npz output = Npz.Open(folder["out.npz"]);
        return output.Read("y");
    }

    Task<CommandLineRun> Run(string network, string weights, params (string Name, NdArray Array)[] arrays) => Run(network, weights, [], arrays);

    Task<CommandLineRun> Run(string network, string weights, string[] options, params (string Name, NdArray Array)[] arrays)
    {
        using (FileStream file = File.Create(folder["in.npz"])) Npz.Write(file, arrays.Select(array => KeyValuePair.Create(array.Name, array.Array)));
        return CommandLineRun.Of(["infer", network, .. options, "--weights", Golden.Path(weights), "--input", folder["in.npz"], "--output", folder["out.npz"]]);
    }

    public void Dispose() => folder.Dispose();
}
