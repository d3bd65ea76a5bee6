using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class ExposureMatchTests
{
    [Theory]
    [InlineData(1, 24, 0.15, 1)]
    [InlineData(2, 61, 0.15, 1)]
    [InlineData(3, 97.4, 0.1, 1)]
    [InlineData(4, 97.4, 0.05, 1)]
    [InlineData(5, 120.6, 0.3, 1)]
    [InlineData(6, 61.7, 0.15, 0.45)]
    [InlineData(7, 97, 0.1, 2.2)]
    public void BlurOfAMovingWall_TellsTheExposureWithinOneTick(int seed, double exposure, double speed, double gamma)
    {
        PictureClock clock = new(100.3, 140.2, exposure);
        using MovingScene scene = new(1600, seed, speed);
        ExposureEstimate found = ExposureMatch.Find([.. scene.Pictures(clock, 10, gamma).Select((picture, i) => (picture, clock.Middle(i)))], scene.Recording, longest: 140);
        Assert.InRange(found.ExposureTicks - exposure, -1, 1);
        Assert.InRange(found.ErrorTicks, 0, 1);
        Assert.False(found.IsUnsure);
    }

    [Fact]
    public void WallAtRest_TellsNoExposure()
    {
        PictureClock clock = new(100.3, 140.2, 61);
        using MovingScene scene = new(1600, seed: 8, speed: 0);
        Assert.True(ExposureMatch.Find([.. scene.Pictures(clock, 10).Select((picture, i) => (picture, clock.Middle(i)))], scene.Recording, longest: 140).IsUnsure);
    }

    [Fact]
    public void PictureWithoutEnoughTicksAroundIt_IsRefused()
    {
        using MovingScene scene = new(200, seed: 9, speed: 0.1);
        GrayPicture picture = scene.Pictures(new(10, 140, 61), 1)[0];
        Assert.Equal("SPIKE614", Assert.Throws<SpikeDataException>(() => ExposureMatch.Find([(picture, 10)], scene.Recording, longest: 121)).Id);
    }
}
