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
        const int Height = 1400, Width = 1200;
        string folder = Directory.CreateTempSubdirectory("spikedata-").FullName;
        try
        {
            string file = Path.Combine(folder, "report.html");
            await File.WriteAllTextAsync(file, Page.Value, TestContext.Current.CancellationToken);
            byte[] seen = await Chromium.ShowAsync(file, Height, Width, TestContext.Current.CancellationToken);
            Assert.InRange(Count(seen, (b, g, r) => r > 190 && g < 50 && b < 50), 4_000, 40_000);
            Assert.InRange(Count(seen, (b, g, r) => g > 120 && r < 90 && b < 110), 1_000, 40_000);
            Assert.InRange(Count(seen, (b, g, r) => b == g && g == r && r is > 20 and < 110), 50_000, Height * Width);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static int Count(byte[] bgr, Func<byte, byte, byte, bool> isWanted) => bgr.Chunk(3).Count(pixel => isWanted(pixel[0], pixel[1], pixel[2]));

    [GeneratedRegex("(?:href|src)=\"([^\"]*)\"")]
    private static partial Regex Link();
}
