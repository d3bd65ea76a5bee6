namespace SpikeData.Calibration.Tests;

public sealed class SpikeGridTests
{
    static readonly Rig Rig = new(
        new(1200, 1920, new(2000, 2000), new(955, 604), new(-0.1, 0.05, 0.001, 0, 0)),
        new(250, 400, new(430, 430), new(201, 124), new(-0.2, 0.1, 0, 0.001, 0)),
        new(Matrix3.Rotation(new(0.01, -0.03, 0.02)), new(-60, 3, 2)));

    [Theory]
    [InlineData(700)]
    [InlineData(double.PositiveInfinity)]
    public void PointAtTheDepth_IsFetchedFromWhereThePictureCameraSeesIt(double depth)
    {
        SpikeGrid grid = new(Rig, Depth: depth);
        Point3 inSpikeFrame = new Point3(0.1, -0.08, 1) * (double.IsInfinity(depth) ? 1e9 : depth);
        Point2 spikePixel = Rig.Right.Project(inSpikeFrame), picture = Rig.Left.Project(Rig.Pose.Invert().Apply(inSpikeFrame));
        Point2 place = (spikePixel + new Point2(0.5, 0.5)) * 4 - new Point2(0.5, 0.5);
        Assert.InRange((grid.Origin(place) - picture).Length, 0, 1e-3);
        Assert.Equal((1000, 1600), (grid.Height, grid.Width));
    }
}
