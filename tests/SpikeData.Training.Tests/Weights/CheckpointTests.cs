using System.IO.Compression;
using System.Text;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

/// <summary>Checkpoints as training code saves them; their pickles are written by hand here, with the numbers 1 to 4 in one storage.</summary>
public sealed class CheckpointTests : IDisposable
{
    /// <summary>A tensor of the numbers 1 to 4, and a dictionary of it.</summary>
    const string Tensor = "ctorch._utils\n_rebuild_tensor_v2\n((U\u0007storagectorch\nFloatStorage\nU\u00010U\u0003cpuK\u0004tQK\u0000K\u0004\u0085K\u0001\u0085\u0089}tR";

    const string Namespace = "cargparse\nNamespace\n)\u0081}U\u0002lrK\u0001sb";

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void ObjectsBesideTheStateDict_AreSkipped()
    {
        string optimizer = Dictionary(("state", Dictionary(("a", Dictionary(("exp_avg.x", Tensor))))), ("param_groups", "]"));
        Weights weights = Read(Dictionary(("epoch", "K\u0003"), ("state_dict_Model", Dictionary(("conv.weight", Tensor))), ("state_dict_Optimizer", optimizer), ("loss", Tensor), ("args", Namespace)));
        Assert.Equal(["conv.weight"], weights.Names);
        Assert.Equal([1, 2, 3, 4], weights["conv.weight"].As<float>().ToArray());
    }

    [Fact]
    public void ObjectAmongTheTensors_IsRefusedByItsName() => AssertRefused(
        Dictionary(("state_dict", Dictionary(("conv.weight", Tensor), ("conv.extra", Namespace)))), "SPIKE553", "'conv.extra' is an object of 'argparse.Namespace'");

    [Fact]
    public void NumberAmongTheTensors_IsRefusedByItsName() => AssertRefused(Dictionary(("conv.weight", Tensor), ("epoch", "K\u0003")), "SPIKE554", "'epoch' is a number");

    [Fact]
    public void CodeBesideTheStateDict_IsRefused() => AssertRefused(
        Dictionary(("state_dict", Dictionary(("conv.weight", Tensor))), ("x", "cos\nsystem\nU\u0002ls\u0085R")), "SPIKE553", "'os.system'");

    [Fact]
    public void WholeNetwork_IsRefusedWithTheWayOut()
    {
        const string Network = "c__main__\nNet\n)\u0081}(U\u000b_parameters}U\u0008_modules}ub";
        AssertRefused(Network, "SPIKE553", "a whole network of the class '__main__.Net'");
        AssertRefused(Dictionary(("model", Network)), "SPIKE553", "torch.save(model.state_dict(), path)");
    }

    [Theory]
    [InlineData(Tensor, "it holds a tensor")]
    [InlineData("](" + Tensor + "e", "it holds a list")]
    public void TensorsWithoutNames_AreNoStateDict(string pickle, string why) => AssertRefused(pickle, "SPIKE554", why);

    [Fact]
    public void TwoStateDictsOfOneNetwork_AreChosenFrom()
    {
        string both = Dictionary(("params", Dictionary(("a.weight", Tensor))), ("params_ema", Dictionary(("module.a.weight", Tensor), ("module.a.bias", Tensor))));
        SpikeDataException refused = AssertRefused(both, "SPIKE554", "'params', 'params_ema'");
        Assert.Contains("--part params_ema", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["a.weight", "a.bias"], Read(both, "params_ema").Names);
        Assert.Equal(["a.weight"], Read(both, "params").Names);
        Assert.Contains("It has 'params', 'params_ema'.", Assert.Throws<SpikeDataException>(() => Read(both, "ema")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void UsualStateDict_IsTaken_UnlessAnAverageOfItLiesBeside()
    {
        string model = Dictionary(("a.weight", Tensor)), other = Dictionary(("b.weight", Tensor));
        Assert.Equal(["a.weight"], Read(Dictionary(("discriminator", other), ("model", model))).Names);
        AssertRefused(Dictionary(("model", model), ("model_ema", model)), "SPIKE554", "'model', 'model_ema'");
    }

    [Fact]
    public void PartOfAFileWithoutParts_IsRefused()
    {
        Assert.Equal("SPIKE556", Assert.Throws<SpikeDataException>(() => Read(Dictionary(("a.weight", Tensor)), "model")).Id);
        string file = Path.Combine(folder, "w.safetensors");
        WeightFile.Write(file, new() { { "a", NdArray.Of<float>([1], 1) } });
        Assert.Equal("SPIKE556", Assert.Throws<SpikeDataException>(() => WeightFile.Read(file, "model")).Id);
    }

    [Fact]
    public void BroadcastTensor_IsLaidOut()
    {
        string wide = Tensor.Replace("K\u0000K\u0004\u0085K\u0001\u0085", "K\u0001K\u0002K\u0003\u0086K\u0001K\u0000\u0086", StringComparison.Ordinal);
        Assert.Equal([2, 2, 2, 3, 3, 3], Read(Dictionary(("a.weight", wide)))["a.weight"].As<float>().ToArray());
    }

    SpikeDataException AssertRefused(string pickle, string id, string why)
    {
        SpikeDataException refused = Assert.Throws<SpikeDataException>(() => Read(pickle));
        Assert.Equal(id, refused.Id);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        return refused;
    }

    Weights Read(string pickle, string? part = null)
    {
        string file = Path.Combine(folder, "checkpoint.pth");
        File.Delete(file);
        using (ZipArchive zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            Add(zip, "data.pkl", [0x80, 2, .. Encoding.Latin1.GetBytes(pickle), (byte)'.']);
            Add(zip, "data/0", [0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0, 0x40, 0x40, 0, 0, 0x80, 0x40]);
        }

        return WeightFile.Read(file, part);
    }

    static void Add(ZipArchive zip, string name, byte[] bytes)
    {
        using Stream member = zip.CreateEntry($"checkpoint/{name}", CompressionLevel.NoCompression).Open();
        member.Write(bytes);
    }

    static string Dictionary(params (string Key, string Value)[] pairs) => "}(" + string.Concat(pairs.Select(pair => $"U{(char)pair.Key.Length}{pair.Key}{pair.Value}")) + "u";
}
