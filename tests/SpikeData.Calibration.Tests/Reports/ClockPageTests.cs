namespace SpikeData.Calibration.Tests;

public sealed class ClockPageTests
{
    const int Height = 1500, Width = 1200;

    /// <summary>A clock found from flickering light, and an exposure by blur as certain as can be.</summary>
    static readonly Lazy<(ClockEstimate Estimate, SharedSignal Signal)> Found = new(() =>
    {
        double[] light = FlickeringLight.Ticks(8_000, seed: 1);
        BrightnessSignal signal = new(FlickeringLight.Pictures(light, new(300, 100, 60), 60), light);
        ExposureEstimate blur = new(60, 0.2, 0.99, 16, [.. Enumerable.Range(10, 90).Select(ticks => new Point2(ticks, 0.99 - Math.Abs(ticks - 60) * 0.004))]);
        return (new ClockSearch(100).Find(signal, "pictures") with { Blur = blur }, signal);
    });

    [Fact]
    public void Page_NamesBothAxesOfEveryChartWithTheirUnits()
    {
        string page = ClockPage.Write(Found.Value.Estimate, Found.Value.Signal);
        foreach (string words in new[] { "moment of picture 0, ticks", "correlation of pictures and ticks", "number of the picture", "standard deviations from the mean", "exposure T, ticks", "60.0 ticks" })
            Assert.Contains($">{words}</text>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"warning\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void BlurThatTellsNothing_IsExplainedAndNotDrawn()
    {
        ClockEstimate estimate = Found.Value.Estimate with { Blur = new(1, 0, -1, 14, []) };
        string page = ClockPage.Write(estimate, Found.Value.Signal);
        Assert.Contains("too few spikes fire in an exposure", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"exposures\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Highest at", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_DrawsCurvesDotsAndMarks()
    {
        Assert.SkipUnless(Chromium.IsHere, "No Chromium on this machine; on Debian, apt install chromium.");
        Screen seen = await Chromium.ShowAsync(ClockPage.Write(Found.Value.Estimate, Found.Value.Signal), Height, Width, TestContext.Current.CancellationToken);
        Assert.InRange(seen.Count((b, g, r) => b > 150 && g is > 90 and < 125 && r < 70), 2_000, 30_000); // Three blue curves.
        Assert.InRange(seen.Count((b, g, r) => r > 200 && g is > 110 and < 140 && b < 30), 1_000, 20_000); // The orange one and its dots.
        Assert.InRange(seen.Count((b, g, r) => r > 180 && g < 60 && b < 60), 100, 2_000); // Two dashed marks.
        Assert.True(seen.HasMargins);
    }
}
