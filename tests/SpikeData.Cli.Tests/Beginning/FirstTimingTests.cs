using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary>What a first recipe says of videos that are uneven or cut short.</summary>
public sealed class FirstTimingTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("uneven.mp4", ", timing: { resample: { rate: 25 } }", "is uneven from frame 10 on")]
    [InlineData("dropped.mkv", ", timing: { resample: { rate: 25 } }", "is uneven from frame 13 on")]
    [InlineData("ntsc.mkv", "", "")]
    public void UnevenVideo_IsResampledAtItsUsualRate_AndSaid(string name, string keys, string words)
    {
        FirstTiming timing = FirstTiming.Of([Golden.Path($"videos/{name}")]);
        Assert.Equal(keys, timing.Keys);
        Assert.Contains(words, string.Concat(timing.Words), StringComparison.Ordinal);
    }

    [Fact]
    public void VideoCutShort_IsTakenUpToTheCut_AndSaid()
    {
        byte[] whole = File.ReadAllBytes(Golden.Path("videos/mjpeg.avi"));
        File.WriteAllBytes(folder["cut.avi"], whole[..(whole.Length * 3 / 4)]);
        FirstTiming timing = FirstTiming.Of([folder["cut.avi"]]);
        Assert.Equal(", damaged: cut", timing.Keys);
        Assert.Contains("cut.avi was cut short", string.Concat(timing.Words), StringComparison.Ordinal);
    }
}
