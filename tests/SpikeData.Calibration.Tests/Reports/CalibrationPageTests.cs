using System.Text.RegularExpressions;

namespace SpikeData.Calibration.Tests;

public sealed partial class CalibrationPageTests
{
    static readonly Lazy<string> Page = new(() => CalibrationPage.Write(RealRig.Calibration));

    [Fact]
    public void Page_NeedsNothingBesideIt()
    {
        Assert.DoesNotContain("<script", Page.Value, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", Page.Value, StringComparison.Ordinal);
        Assert.All(Link().Matches(Page.Value), link => Assert.StartsWith("data:image/jpeg;base64,", link.Groups[1].Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Page_ShowsEveryMarkOfEveryPair()
    {
        // 13 pairs of views and 13 rectified pairs with 54 marks on each side; the first mark of a view is red.
        Assert.Equal(2 * 13 * 53 + 2 * 13 * 54, Regex.Count(Page.Value, "<circle class=\"mark\""));
        Assert.Equal(2 * 13, Regex.Count(Page.Value, "<circle class=\"first\""));
        Assert.Equal(13 * 13, Regex.Count(Page.Value, "class=\"epipolar\""));
        Assert.Equal(2, Regex.Count(Page.Value, "<rect class=\"bad\""));
        Assert.Contains("Pair 02 is bad", Page.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Browser_DrawsPicturesMarksAndBadBars()
    {
        Assert.SkipUnless(Chromium.IsHere, "No Chromium on this machine; on Debian, apt install chromium.");
        const int Height = 2200, Width = 1200;
        Screen seen = await Chromium.ShowAsync(Page.Value, Height, Width, TestContext.Current.CancellationToken);
        Assert.InRange(seen.Count((b, g, r) => r > 190 && g < 50 && b < 50), 4_000, 40_000);
        Assert.InRange(seen.Count((b, g, r) => g > 120 && r < 90 && b < 110), 1_000, 40_000);
        Assert.InRange(seen.Count((b, g, r) => b == g && g == r && r is > 20 and < 110), 50_000, Height * Width);
        Assert.True(seen.HasMargins);
    }

    [Fact]
    public void Page_ShowsWhereMarksAreAndOnWhichPlaneEachBoardIs()
    {
        Assert.Equal(12 * 54, Regex.Count(Page.Value, "<circle class=\"left\""));
        Assert.Equal(2 * 54, Regex.Count(Page.Value, "<circle class=\"bad\""));
        Assert.Equal(13, Regex.Count(Page.Value, "the board&#39;s plane|the board's plane"));
        Assert.DoesNotContain("The cameras do not agree", Page.Value, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();
}
