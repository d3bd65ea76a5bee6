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
        SpikeGrid grid = new(Rig, Scene: double.IsInfinity(depth) ? null : Plane.At(depth));
        Point3 inSpikeFrame = new Point3(0.1, -0.08, 1) * (double.IsInfinity(depth) ? 1e9 : depth);
        Point2 spikePixel = Rig.Right.Project(inSpikeFrame), picture = Rig.Left.Project(Rig.Pose.Invert().Apply(inSpikeFrame));
        Point2 place = (spikePixel + new Point2(0.5, 0.5)) * 4 - new Point2(0.5, 0.5);
        Assert.InRange((grid.Origin(place) - picture).Length, 0, 1e-3);
        Assert.Equal((1000, 1600), (grid.Height, grid.Width));
    }

    [Theory]
    [InlineData(700, 0.4, -0.25)]
    [InlineData(2500, -1, 0)]
    public void SlopingScene_IsFetchedAsThePlanesHomographyHasIt(double depth, double right, double down)
    {
        Rig straight = Rig with { Left = Rig.Left with { Distortion = default }, Right = Rig.Right with { Distortion = default } };
        SpikeGrid grid = new(straight, Scene: Plane.At(depth, right, down));
        // The same plane seen from the left camera, by three of its points.
        Point3[] points = [.. new Point3[] { new(0, 0, depth), new(100, 0, depth + 100 * right), new(0, 80, depth + 80 * down) }.Select(straight.Pose.Invert().Apply)];
        Point3 normal = (points[1] + points[0] * -1).Cross(points[2] + points[0] * -1);
        normal *= -1 / normal.Length;
        Matrix3 homography = straight.Homography(new(normal, -normal.Dot(points[0])));
        foreach (Point2 pixel in new Point2[] { new(201, 124), new(40, 200), new(350, 30) })
        {
            Point2 place = (pixel + new Point2(0.5, 0.5)) * 4 - new Point2(0.5, 0.5);
            Assert.InRange((homography.Apply(grid.Origin(place)) - pixel).Length, 0, 1e-9);
        }
    }

    [Fact]
    public void RayThatNeverMeetsTheScene_SeesNothing()
    {
        SpikeGrid grid = new(Rig, Scene: Plane.At(1000, slopeRight: 5));
        Assert.True(double.IsNaN(grid.Origin(new(1590, 500)).X));
        Assert.InRange(grid.Map().Coverage, 0.01, 0.99);
    }

    [Fact]
    public void Plane_IsWhatItWasMadeOf()
    {
        Plane plane = Plane.At(620, 0.3, -0.1);
        RealRig.AssertNear([620, 0.3, -0.1, 1], [plane.Depth, plane.SlopeRight, plane.SlopeDown, plane.Normal.Length], 1e-12 * 620);
        Assert.Equal("SPIKE621", Assert.Throws<Compute.SpikeDataException>(() => ScenePlane.Of(null, 0, 0.1)).Id);
    }
}
