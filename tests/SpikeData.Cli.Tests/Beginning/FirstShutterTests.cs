namespace SpikeData.Cli.Tests;

/// <summary>The shutter that a first recipe gets for a frame rate.</summary>
public sealed class FirstShutterTests
{
    /// <summary>240 frames a second are the paper's: 97 frames of 1920 a second, 7 sharp ones. Rows were computed by hand: the length is frames / (rate * factor).</summary>
    [Theory]
    [InlineData(240, 8, 97, 7, 7, 50.5)]
    [InlineData(239.76, 8, 97, 7, 7, 50.6)]
    [InlineData(24000 / 1001.0, 32, 33, 31, 1, 43.0)]
    [InlineData(25, 32, 33, 31, 1, 41.3)]
    [InlineData(30000 / 1001.0, 32, 33, 31, 1, 34.4)]
    [InlineData(50, 32, 65, 31, 3, 40.6)]
    [InlineData(60, 32, 65, 31, 3, 33.9)]
    [InlineData(120, 16, 97, 15, 7, 50.5)]
    [InlineData(960, 2, 97, 1, 7, 50.5)]
    [InlineData(1000, 1, 49, 0, 7, 49.0)]
    public void Exposure_IsATwentiethOfASecond_OrAFrame(double rate, int factor, int frames, int skip, int sharp, double milliseconds)
    {
        FirstShutter shutter = FirstShutter.For(rate).First();

        Assert.Equal((factor, frames, skip, sharp), (shutter.Factor, shutter.Frames, shutter.Skip, shutter.SharpFrames));
        Assert.Equal(milliseconds, Math.Round(shutter.Frames * 1000 / (rate * shutter.Factor), 1), 0.1);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(24)]
    [InlineData(90)]
    [InlineData(144)]
    [InlineData(500)]
    [InlineData(20_000)]
    public void EveryShutter_HasItsSharpFramesAtRecordedOnes_AndBeginsAtOne(double rate) => Assert.All(FirstShutter.For(rate), shutter =>
    {
        Assert.Equal(0, (shutter.Frames + shutter.Skip) % shutter.Factor);
        if (shutter.SharpFrames > 1) Assert.Equal(0, (shutter.Frames - 1) % ((shutter.SharpFrames - 1) * shutter.Factor));
        Assert.InRange(shutter.Factor, 1, 32);
    });
}
