using SpikeData.Pipelines;

namespace SpikeData.Cli.Tests;

/// <summary>The size that a first recipe gets for its footage; the expected ones were computed by hand.</summary>
public sealed class FirstSizeTests
{
    [Theory]
    [InlineData("1280x720", null)]
    [InlineData("320x180", null)]
    [InlineData("720x576", null)]
    [InlineData("1920x1080", "1280x720")]
    [InlineData("3840x2160", "1280x720")]
    [InlineData("1080x1920", "720x1280")]
    [InlineData("1440x1080", "1280x960")]
    [InlineData("4096x2160", "1024x540")]
    [InlineData("50x30", "40x24")]
    public void Size_KeepsTheShapeExactly(string recorded, string? size)
    {
        FirstSize first = FirstSize.For(FrameSize.Parse(recorded));

        Assert.Equal((size, ""), (first.Size?.ToString(), first.Comment));
    }

    [Theory]
    [InlineData("641x359", "640x360", "; 640x360 is 0.43 % narrower than 641x359, so that 4 divides both sides")]
    [InlineData("1366x768", "1280x720", "; 1280x720 is 0.05 % narrower than 1366x768, so that 4 divides both sides")]
    [InlineData("854x480", "852x480", "; 852x480 is 0.23 % narrower than 854x480, so that 4 divides both sides")]
    public void SizeThatCannot_IsSaid(string recorded, string size, string comment)
    {
        FirstSize first = FirstSize.For(FrameSize.Parse(recorded));

        Assert.Equal((size, comment), (first.Size?.ToString(), first.Comment));
    }

    [Fact]
    public void FramesOfAFewPixels_StayAsTheyAre() => Assert.Null(FirstSize.For(new(7, 5)).Size);
}
