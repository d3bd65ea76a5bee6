using System.Text.RegularExpressions;

namespace SpikeData.Calibration.Tests;

public sealed class PhotometryPageTests : IDisposable
{
    readonly UnevenSensor sensor = new(seed: 1);

    public void Dispose() => sensor.Dispose();

    [Fact]
    public void SensorWithoutFlaws_HasNoEmptyPictures()
    {
        string page = PhotometryPage.Write(new(24, 32));
        Assert.Contains("None stands out", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_ShowsMapsFlawsAndTheLevelsBehindTheCurve()
    {
        string page = PhotometryPage.Write(Measure());
        Assert.Equal(1, Regex.Count(page, "<circle class=\"hot\""));
        Assert.Equal(2, Regex.Count(page, "<circle class=\"dead\""));
        Assert.Equal(2, Regex.Count(page, "<span class=\"scale\">"));
        Assert.Equal(40, Regex.Count(page, "<circle class=\"level\""));
        Assert.Contains(">rate, spikes per tick</text>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(">-0</text>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_DrawsMapsFlawsAndCurve()
    {
        Assert.SkipUnless(Chromium.IsHere, "No Chromium on this machine; on Debian, apt install chromium.");
        const int Height = 2400, Width = 1200;
        Screen seen = await Chromium.ShowAsync(PhotometryPage.Write(Measure()), Height, Width, TestContext.Current.CancellationToken);
        Assert.InRange(seen.Count((b, g, r) => b == g && g == r && r is > 40 and < 220), 150_000, Height * Width); // Two maps.
        Assert.InRange(seen.Count((b, g, r) => r > 180 && g < 60 && b < 60), 50, 5_000); // The hot pixel, and its word.
        Assert.InRange(seen.Count((b, g, r) => b > 150 && g is > 90 and < 125 && r < 70), 500, 20_000); // The curve.
        Assert.True(seen.HasMargins);
    }

    Photometry Measure() => new PhotometrySearch { Dark = sensor.Record("dark", (_, _) => 0), Flat = sensor.Record("flat", (_, _) => 0.4) }.Find() with
    {
        Response = ResponseMatch.Fit(from code in Enumerable.Range(40, 40) from _ in Enumerable.Range(0, 30) select ((byte)(code * 2), Math.Pow(code * 2 / 255.0, 2))),
    };
}
