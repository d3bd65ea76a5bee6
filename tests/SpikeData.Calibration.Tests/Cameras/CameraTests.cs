namespace SpikeData.Calibration.Tests;

public sealed class CameraTests
{
    static readonly Camera Camera = new(480, 640, new(536.1, 536.0), new(342.4, 235.5), new(-0.265, -0.047, 0.0018, -0.0003, 0.252));

    [Fact]
    public void DirectionOfAPlace_IsSeenThere()
    {
        for (int y = 0; y < Camera.Height; y += 37)
        for (int x = 0; x < Camera.Width; x += 37)
            Assert.InRange((Camera.Project(Camera.Direction(new(x, y)) * 7) - new Point2(x, y)).Length, 0, 1e-8);
    }

    [Fact]
    public void HalvedCamera_SeesEverythingAtHalfThePlace()
    {
        Point3 point = new(0.3, -0.2, 2);
        Point2 full = Camera.Project(point), half = Camera.Resized(240, 320).Project(point);
        Assert.Equal((full.X + 0.5) / 2 - 0.5, half.X, 9);
        Assert.Equal((full.Y + 0.5) / 2 - 0.5, half.Y, 9);
    }
}
