namespace SpikeData.Imaging.Tests;

public sealed class VideoTimingTests
{
    /// <summary>Times as containers round them; an even course of a rate that no clock divides is even.</summary>
    [Theory]
    [InlineData(30000.0 / 1001, 1, 1000)]
    [InlineData(60000.0 / 1001, 1, 1000)]
    [InlineData(24000.0 / 1001, 1, 90000)]
    [InlineData(240, 1, 1000)]
    [InlineData(25, 1, 12800)]
    public void RoundedTimes_AreEven(double rate, int numerator, int denominator)
    {
        VideoTiming timing = new([.. Enumerable.Range(0, 500).Select(frame => (long)Math.Round(frame / rate * denominator / numerator))], numerator, denominator);
        Assert.Null(timing.FirstUneven());
        Assert.True(timing.Fits(rate));
        Assert.False(timing.Fits(rate * 1.01));
    }

    [Theory]
    [InlineData(25, 40)]
    [InlineData(240, 100)]
    [InlineData(30, 2)]
    public void DroppedFrame_IsTheFirstUnevenOne(double rate, int frame)
    {
        VideoTiming timing = new([.. Enumerable.Range(0, 200).Where(index => index != frame).Select(index => (long)Math.Round(index / rate * 1000))], 1, 1000);
        Assert.Equal(frame, timing.FirstUneven());
    }

    [Fact]
    public void TimeShownTwice_IsUneven() => Assert.Equal(2, new VideoTiming([0, 40, 40, 80], 1, 1000).FirstUneven());

    [Fact]
    public void TimesOfAFinerClock_MayKeepTheMillisecondsOfACoarserOne() =>
        Assert.Null(new VideoTiming([.. Enumerable.Range(0, 90).Select(frame => 90 * (long)Math.Round(frame * 1001 / 30.0))], 1, 90000).FirstUneven());

    /// <summary>By hand: instants 0, 50, 100, 150, 200 ms; nearest of 0, 40, 80, 200.</summary>
    [Fact]
    public void Resampled_TakesTheNearestFrame() => Assert.Equal([0, 1, 2, 3, 3], new VideoTiming([0, 40, 80, 200], 1, 1000).Resampled(20));

    [Fact]
    public void Part_CountsFromItsOwnFirst() => Assert.Null(new VideoTiming([0, 40, 80, 200, 320, 440], 1, 1000).Part(2, 5).FirstUneven());
}
