namespace SpikeData.Calibration.Tests;

public sealed class MotionSignalTests
{
    [Theory]
    [InlineData(1, 312.4, 133.333, 2e-4, 97, 1)]
    [InlineData(2, -250.7, 100, -5e-4, 30, 1)]
    [InlineData(3, 1500.2, 66.667, 0, 60, 1)]
    [InlineData(4, 2222.9, 133.333, 8e-4, 20, 1)]
    [InlineData(1, 312.4, 133.333, 2e-4, 97, 0.45)]
    [InlineData(2, -250.7, 100, -5e-4, 30, 0.45)]
    [InlineData(3, 1500.2, 66.667, 0, 60, 0.45)]
    [InlineData(4, 2222.9, 133.333, 8e-4, 20, 0.45)]
    public void MotionUnderSteadyLight_TellsTheClockWithinOneTick(int seed, double first, double nominal, double drift, double exposure, double gamma)
    {
        PictureClock truth = new(first, nominal * (1 + drift), exposure);
        using MovingScene scene = new(7000, seed, speed: 0.08);
        IReadOnlyList<GrayPicture> pictures = scene.Pictures(truth, 40, gamma);
        MotionSignal signal = MotionSignal.Of(pictures.Count, picture => pictures[picture], scene.Recording, exposure);
        ClockEstimate found = new ClockSearch(nominal, exposure, EstimateExposure: false).Find(signal, "pictures");
        Assert.InRange(found.Clock.Middle(0) - truth.Middle(0), -1, 1);
        Assert.InRange(found.Clock.Middle(39) - truth.Middle(39), -1, 1);
        Assert.InRange(found.Confidence, 0.1, 1);
    }
}
