using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class RigFileTests : IDisposable
{
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void WrittenRig_IsReadAsItWas()
    {
        File.WriteAllText(file, RigFile.Write(RealRig.Calibration));
        Rig read = RigFile.Read(file);
        RealRig.AssertNear(RealRig.Numbers(RealRig.Calibration.Rig.Fundamental), RealRig.Numbers(read.Fundamental), 1e-9);
        Assert.Equal(RealRig.Calibration.Rig.Right.Project(new(1, 2, 20)).X, read.Right.Project(new(1, 2, 20)).X, 6);
        Assert.Equal((640, 480), (read.Left.Width, read.Left.Height));
    }

    [Theory]
    [InlineData("format: 1", "format: 2", "(4,9)", "Only format 1")]
    [InlineData("focal: [", "fokal: [", "(9,3)", "'fokal' means nothing in 'left'")]
    [InlineData("  size: 640x480\n", "", "(8,3)", "'size' is missing in 'left'")]
    [InlineData("size: 640x480", "size: big", "(8,9)", "width x height")]
    [InlineData("distortion: [", "distortion: [0, ", "(11,15)", "a list of 5")]
    [InlineData("    - [0.999", "    - [1.999", "(21,5)", "no rotation")]
    [InlineData("translation: [", "translation: [x", "(24,17)", "is a number")]
    [InlineData("pose:", "pose: [", "", "not YAML")]
    [InlineData("left:\n", "row-order: sideways\nleft:\n", "(7,12)", "'row-order' is bottom-up or top-down.")]
    public void EditThatMakesNoSense_IsRefusedWhereItStands(string text, string edit, string place, string reason)
    {
        string whole = RigFile.Write(RealRig.Calibration);
        int at = whole.IndexOf(text, StringComparison.Ordinal);
        File.WriteAllText(file, whole[..at] + edit + whole[(at + text.Length)..]);
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => RigFile.Read(file));
        Assert.Equal("SPIKE607", error.Id);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(file + place, error.File, StringComparison.Ordinal);
    }

    [Fact]
    public void FileThatIsAbsent_IsNamed()
    {
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => RigFile.Read(file + ".absent"));
        Assert.Equal(file + ".absent", error.File);
    }
}
