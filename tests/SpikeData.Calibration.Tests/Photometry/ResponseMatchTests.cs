namespace SpikeData.Calibration.Tests;

public sealed class ResponseMatchTests
{
    [Theory]
    [InlineData(0.02, 0.9, 1)]
    [InlineData(0, 1, 0.4545)]
    [InlineData(0.05, 1.2, 0.7)]
    [InlineData(0.01, 0.8, 2.2)]
    public void CodesOfAKnownCurve_GiveItBack(double black, double gain, double gamma)
    {
        ResponseFit truth = new(black, gain, gamma, 1);
        Random random = new(1);
        // Rates are counts of 97 ticks, so they are off by up to one spike.
        var pixels = Enumerable.Range(0, 40_000).Select(_ => random.NextDouble()).Where(light => truth.Code(light) < 1)
            .Select(light => ((byte)Math.Round(255 * truth.Code(light)), Math.Floor(light * 97 + random.NextDouble()) / 97));
        ResponseFit found = ResponseMatch.Fit(pixels)!;
        Assert.InRange(found.Gamma / gamma, 0.97, 1.03);
        Assert.InRange(found.Gain / gain, 0.97, 1.03);
        Assert.InRange(found.Black - black, -0.02, 0.02);
        Assert.InRange(found.Explained, 0.999, 1);
    }

    [Fact]
    public void LinearCodes_AreInProportionToLight()
    {
        ResponseFit fit = new(0.02, 0.98, 0.45, 1);
        byte[] linear = fit.Linear();
        Assert.Equal((0, 255), (linear[0], linear[255]));
        int half = (int)Math.Round(255 * fit.Code(0.5 * fit.Rate(1)));
        Assert.InRange(linear[half], 126, 129);
    }

    [Fact]
    public void OneLevelOfGray_TellsNoCurve() => Assert.Null(ResponseMatch.Fit(Enumerable.Repeat(((byte)100, 0.4), 1000)));
}
