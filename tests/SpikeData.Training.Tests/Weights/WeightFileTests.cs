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

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
