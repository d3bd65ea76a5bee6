using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class ClockFileTests : IDisposable
{
    static readonly ClockEstimate Estimate = new(new(-12.345, 133.333333, 97.25), 0.99, 0.5, 0.02, []);
    readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void WrittenClock_IsReadAsItWas()
    {
        File.WriteAllText(file, ClockFile.Write(Estimate));
        Assert.Equal(Estimate.Clock, ClockFile.Read(file));
    }

    [Theory]
    [InlineData("exposure: 97", "exposure: 197", "longer than")]
    [InlineData("first-middle: -12.345", "first-middle: soon", "is a number")]
    [InlineData("ticks-per-picture: 133.333333", "ticks-per-picture: -1", "above 0")]
    public void EditThatMakesNoSense_IsRefusedWhereItStands(string text, string edit, string reason)
    {
        File.WriteAllText(file, ClockFile.Write(Estimate).Replace(text, edit, StringComparison.Ordinal));
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => ClockFile.Read(file));
        Assert.Equal("SPIKE607", error.Id);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("(", error.File, StringComparison.Ordinal);
    }
}
