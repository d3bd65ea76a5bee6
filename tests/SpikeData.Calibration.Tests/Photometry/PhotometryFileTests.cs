using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class PhotometryFileTests : IDisposable
{
    static readonly Photometry Known = new(8, 16)
    {
        Dark = new([.. Enumerable.Range(0, 128).Select(pixel => pixel / 4096.0)], 0.001, 0.9),
        Flat = new([.. Enumerable.Range(0, 128).Select(pixel => 0.9 + pixel / 1024.0)], 0.01, 0.8),
        Defects = [new(3, 2, DefectKind.Hot, 0.9, 1), new(15, 7, DefectKind.Dead, 0, 0.5)],
        Response = new(0.02, 0.98, 0.45, 0.99),
        Source = "dark it's.dat",
    };

    readonly string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;

    public PhotometryFileTests() => PhotometryFile.Write(File("sensor.yaml"), Known);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WrittenPhotometry_IsReadAsItWas()
    {
        Photometry read = PhotometryFile.Read(File("sensor.yaml"));
        Assert.Equal((Known.Source, Known.Response, 8, 16), (read.Source, read.Response, read.Height, read.Width));
        Assert.Equal(Known.Defects, read.Defects);
        for (int pixel = 0; pixel < 128; pixel++)
        {
            Assert.InRange(Known.Dark!.Values[pixel] - read.Dark!.Values[pixel], -1e-5, 1e-5);
            Assert.InRange(Known.Flat!.Values[pixel] - read.Flat!.Values[pixel], -2e-5, 2e-5);
        }
    }

    [Theory]
    [InlineData("format: 1", "format: 2", "SPIKE607", "Only format 1")]
    [InlineData("x: 3", "x: 16", "SPIKE607", "below 16")]
    [InlineData("kind: hot", "kind: warm", "SPIKE607", "hot or dead")]
    [InlineData("gamma: 0.45", "gamma: 0", "SPIKE607", "from 0.05 to 20")]
    [InlineData("gain: 0.98", "gian: 0.98", "SPIKE607", "'gian' means nothing")]
    [InlineData("size: 16x8", "size: 8x16", "SPIKE618", "u2[16, 8]")]
    [InlineData("sha256: ", "sha256: 0", "SPIKE618", "write 'sha256: ")]
    [InlineData("map: sensor.dark", "map: other.dark", "SPIKE618", "not there")]
    public void EditThatMakesNoSense_IsRefused(string text, string edit, string id, string reason)
    {
        string whole = System.IO.File.ReadAllText(File("sensor.yaml"));
        int at = whole.IndexOf(text, StringComparison.Ordinal);
        System.IO.File.WriteAllText(File("sensor.yaml"), whole[..at] + edit + whole[(at + text.Length)..]);
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => PhotometryFile.Read(File("sensor.yaml")));
        Assert.Equal(id, error.Id);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PartTakenOutByHand_IsNotKnown()
    {
        string whole = System.IO.File.ReadAllText(File("sensor.yaml"));
        int from = whole.IndexOf("dark:", StringComparison.Ordinal), to = whole.IndexOf("flat:", StringComparison.Ordinal);
        System.IO.File.WriteAllText(File("sensor.yaml"), whole[..from] + whole[to..]);
        Assert.Null(PhotometryFile.Read(File("sensor.yaml")).Dark);
    }

    string File(string name) => Path.Combine(folder, name);
}
