using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class XvfiNetTests : IDisposable
{
    readonly CpuDevice device = new();

    [Fact]
    public void Frames_AreTheReferences() => GoldenFrames.AssertMakes(
        device, XvfiNet.Of(device, Load("net_s1_nf8_weights"), levels: 1), "xvfi/net_s1_nf8.npz", ("out_f32_0p125", 0.125f), ("out_f32_0p5", 0.5f));

    [Fact]
    public void FramesAtModuleScaleTwo_OfAnySize_AreTheReferences() => GoldenFrames.AssertMakes(
        device, XvfiNet.Of(device, Load("net_vimeo_s1_nf8_weights"), levels: 1), "xvfi/net_vimeo_s1_nf8.npz", ("out_f32_0p5", 0.5f));

    [Theory]
    [InlineData("net_s1_nf8_weights", "rec_ext_ds_module.1", "rec_ext_ds_module.3")]
    [InlineData("net_vimeo_s1_nf8_weights", "rec_ext_ds_module.1")]
    public void ArraysThatPyTorchListsTwice_AreReadOnce(string file, params string[] aliases)
    {
        Weights listed = Load(file), twice = [];
        foreach ((string name, NdArray array) in listed)
        {
            string kind = name.Split('.')[^1];
            if (name.StartsWith("channel_converter", StringComparison.Ordinal)) twice.Add($"rec_ext_ds_module.0.0.{kind}", array);
            if (name.StartsWith("rec_ext_ds.", StringComparison.Ordinal))
                foreach (string alias in aliases) twice.Add($"{alias}.{kind}", array);
            twice.Add(name, array);
        }

        XvfiNet once = XvfiNet.Of(device, listed), again = XvfiNet.Of(device, twice);
        Assert.All(once.Parameters, parameter => Assert.Equal(parameter.Read(), again.Parameters[parameter.Name].Read()));
    }

    [Fact]
    public void Weights_GoBackAsTheyCame()
    {
        Weights came = Load("net_s1_nf8_weights"), back = Weights.Of(XvfiNet.Of(device, came).Parameters);
        Assert.Equal(came.Count, back.Count);
        Assert.All(came, entry => Assert.Equal($"{entry.Value}", $"{back[entry.Key]}"));
    }

    [Theory]
    [InlineData(5, 4, 512)]
    [InlineData(3, 4, 128)]
    [InlineData(1, 2, 16)]
    [InlineData(0, 4, 16)]
    public void SidesAreMultiples_OfWhatAllLevelsHalve(int levels, int moduleScale, int multiple) =>
        Assert.Equal(multiple, new XvfiNet(device, 1, 4 * moduleScale, moduleScale, levels).SideMultiple);

    [Fact]
    public void Network_HasTheNumbersOfThePaper()
    {
        XvfiNet network = new(device, 1);
        Assert.Equal(5_612_052, network.Parameters.Sum(parameter => parameter.Count));
        Assert.Equal(5_612_052 - 73_856, network.Parameters.TrainedNumbers);
    }

    [Fact]
    public void WithoutCoarserLevels_FramesAreStillMade()
    {
        XvfiNet network = new(device, 1, width: 8, levels: 0);
        using Tape tape = new(device) { Records = false };
        Tensor frame = tape.Input(new(1, 3, 16, 32), Numbers.Random(3 * 16 * 32));
        Assert.All(network.Interpolate(frame, frame, [0.25f, 0.75f]), made => Assert.Equal(frame.Shape, made.Frame.Shape));
    }

    static Weights Load(string file) => NpzWeights.Read(Golden.Path($"xvfi/{file}.npz"));

    public void Dispose() => device.Dispose();
}
