using System.IO.Compression;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Training.Tests;

public sealed class WeightFileTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    [Theory]
    [InlineData("w.npz")]
    [InlineData("w.safetensors")]
    public void Network_IsTheSameAfterAStayOnDisk(string name)
    {
        using CpuDevice device = new();
        Ldn network = new(device, seed: 3, spikes: 5, width: 4, hidden: 2);
        string file = Path.Combine(folder, name);
        WeightFile.Write(file, Weights.Of(network.Parameters));
        Ldn again = Ldn.Of(device, WeightFile.Read(file));
        Assert.Equal(5, again.Spikes);
        Assert.All(network.Parameters, parameter => Assert.Equal(parameter.Read(), again.Parameters[parameter.Name].Read()));
        Assert.Equal([file], Directory.GetFiles(folder));
    }

    [Fact]
    public void ContentsTellTheKind_NotTheName()
    {
        string file = Path.Combine(folder, "weights.npz");
        File.Copy(Golden.Path("weights/state-dict.pth"), file);
        Assert.Equal(13, WeightFile.Read(file).Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("\u0089PNG and more")]
    public void FileOfAnotherKind_IsRefusedByItsName(string contents)
    {
        string file = Path.Combine(folder, "picture.png");
        File.WriteAllText(file, contents);
        var refused = Assert.Throws<SpikeDataException>(() => WeightFile.Read(file));
        Assert.Equal(("SPIKE550", file), (refused.Id, refused.File));
    }

    [Fact]
    public void KindThatIsNotWritten_IsRefused() =>
        Assert.Equal("SPIKE555", Assert.Throws<SpikeDataException>(() => WeightFile.Write(Path.Combine(folder, "w.pth"), [])).Id);

    [Theory]
    [InlineData("nets/ldn_weights.npz")]
    [InlineData("nets/bsn_weights.npz")]
    public void WeightsOfAnotherNetwork_AreRefused(string file)
    {
        using CpuDevice device = new();
        Assert.Equal("SPIKE560", Assert.Throws<SpikeDataException>(() => Edsr.Of(device, WeightFile.Read(Golden.Path(file)))).Id);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html>Virus scan warning</html>", "a page of HTML")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:abc\n", "'git lfs pull'")]
    [InlineData("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "XML")]
    [InlineData("{\"error\": \"not found\"}", "text in JSON")]
    [InlineData("\u001f\u008b\u0008", "packed by gzip")]
    [InlineData("Rar!", "a RAR archive")]
    public void WhatIsSavedInPlaceOfWeights_IsNamed(string contents, string what)
    {
        string file = Path.Combine(folder, "model.pth");
        File.WriteAllText(file, contents, System.Text.Encoding.Latin1);
        var refused = Assert.Throws<SpikeDataException>(() => WeightFile.Read(file));
        Assert.Equal("SPIKE550", refused.Id);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ArchiveThatIsCutShort_IsSaidToBe()
    {
        string file = Path.Combine(folder, "cut.pth");
        File.WriteAllBytes(file, File.ReadAllBytes(Golden.Path("weights/state-dict.pth"))[..^40]);
        Assert.Equal("SPIKE558", Assert.Throws<SpikeDataException>(() => WeightFile.Read(file)).Id);
    }

    [Fact]
    public void ArchiveOfOtherFiles_IsNamedWithWhatItHolds()
    {
        string file = Path.Combine(folder, "train_log.zip");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create)) zip.CreateEntryFromFile(Golden.Path("weights/state-dict.pth"), "flownet.pkl");
        var refused = Assert.Throws<SpikeDataException>(() => WeightFile.Read(file));
        Assert.Equal("SPIKE550", refused.Id);
        Assert.Contains("flownet.pkl", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("w.npz", "module.")]
    [InlineData("w.safetensors", "_orig_mod.module.")]
    [InlineData("w.safetensors", "module._orig_mod.")]
    [InlineData("w.npz", "model.net.")]
    public void PrefixOfAllNames_ComesOff(string name, string prefix)
    {
        string file = Path.Combine(folder, name);
        WeightFile.Write(file, new() { { prefix + "a.weight", NdArray.Of<float>([1], 1) }, { prefix + "a.bias", NdArray.Of<float>([2], 1) } });
        Assert.Equal(["a.weight", "a.bias"], WeightFile.Read(file).Names);
        Assert.Equal(["a.weight", "a.bias"], WeightFile.List(file).Select(array => array.Name));
    }

    [Fact]
    public void PrefixOfSomeNames_Stays()
    {
        string file = Path.Combine(folder, "w.npz");
        WeightFile.Write(file, new() { { "module.a", NdArray.Of<float>([1], 1) }, { "b", NdArray.Of<float>([2], 1) } });
        Assert.Equal(["module.a", "b"], WeightFile.Read(file).Names);
    }

    [Fact]
    public void NetworkWhoseOwnNamesLookWrapped_GetsItsWeights()
    {
        using CpuDevice device = new();
        ParameterSet parameters = new(device, 1);
        Parameter own = parameters.AddWeight("net.a.weight", 2);
        string file = Path.Combine(folder, "w.safetensors");
        WeightFile.Write(file, new() { { "net.a.weight", NdArray.Of<float>([5, 6], 2) } });
        WeightFile.Read(file).CopyTo(parameters);
        Assert.Equal([5, 6], own.Read());
    }

    [Fact]
    public void ArraysMuchLargerThanTheirFile_AreListed_AndNotRead()
    {
        string file = Path.Combine(folder, "zeros.npz");
        using (var zip = ZipFile.Open(file, ZipArchiveMode.Create))
        {
            using Stream member = zip.CreateEntry("a.npy").Open();
            new NpyHeader(ElementType.Float32, [1000, 1_000_000]).Write(member);
        }

        Assert.Equal("f4[1000, 1000000]", Assert.Single(WeightFile.List(file)).ToString());
        var refused = Assert.Throws<SpikeDataException>(() => WeightFile.Read(file));
        Assert.Equal("SPIKE557", refused.Id);
        Assert.Contains("4,000,000,000 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Practical-RIFE 4.6 or later", "block0.convblock.0.beta", "block0.lastconv.0.weight")]
    [InlineData("Practical-RIFE 4.0 to 4.5", "block0.convblock0.0.0.weight", "block0.conv1.0.weight")]
    [InlineData("XVFI-Net", "vfinet.conv_flow_bottom.0.weight", "channel_converter.0.weight")]
    public void WeightsOfAnotherNetwork_AreNamed(string what, params string[] names)
    {
        using CpuDevice device = new();
        Weights weights = [];
        foreach (string name in names) weights.Add(name, NdArray.Of<float>([1], 1));
        var refused = Assert.Throws<SpikeDataException>(() => IfNet.Of(device, weights));
        Assert.Equal("SPIKE560", refused.Id);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
