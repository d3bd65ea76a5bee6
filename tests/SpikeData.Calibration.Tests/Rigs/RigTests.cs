namespace SpikeData.Calibration.Tests;

public sealed class RigTests
{
    static readonly Camera Left = new(1000, 1600, new(1700, 1690), new(810, 490), default);
    static readonly Camera Right = new(250, 400, new(420, 420), new(198, 126), default);
    static readonly Rig Rig = new(Left, Right, new(Matrix3.Rotation(new(0.02, -0.05, 0.01)), new(-60, 2, 5)));

    [Fact]
    public void HomographyOfAPlane_TakesItsPointsFromLeftToRight()
    {
        Pose board = new(Matrix3.Rotation(new(0.3, -0.2, 0.1)), new(-100, -50, 900));
        Matrix3 homography = Rig.Homography(Plane.Of(board));
        foreach (Point3 mark in Board.Parse("9x6", 25).Points)
        {
            Point3 point = board.Apply(mark);
            Assert.InRange((homography.Apply(Left.Project(point)) - Right.Project(Rig.Pose.Apply(point))).Length, 0, 1e-9);
        }
    }

    [Fact]
    public void Plane_IsMetWhereItIs()
    {
        Plane wall = Plane.At(900);
        Assert.Equal(900, wall.Meet(new(0.2, -0.3, 1)).Z, 9);
        Assert.Equal(wall, Plane.Of(new(Matrix3.Identity, new(3, 4, 900))));
    }

    [Fact]
    public void PoseAndItsInverse_CancelEachOther()
    {
        Pose none = Rig.Pose.Then(Rig.Pose.Invert());
        Assert.InRange(none.Translation.Length, 0, 1e-12);
        Assert.InRange(none.Rotation.Angle, 0, 1e-7);
    }

    [Theory]
    [InlineData(-60, 2, false)]
    [InlineData(3, 70, true)]
    public void RectifiedPlacesOfOnePoint_LieInOneLine(double x, double y, bool isVertical)
    {
        Rig rig = Rig with { Pose = Rig.Pose with { Translation = new(x, y, 5) } };
        Rectification rectification = Rectification.Of(rig);
        Assert.Equal(isVertical, rectification.IsVertical);
        foreach (Point3 point in new Point3[] { new(10, 20, 500), new(-80, 40, 700), new(100, -60, 2000) })
            Assert.InRange(rectification.Difference(Left.Project(point), Right.Project(rig.Pose.Apply(point))), -1e-6, 1e-6);
    }
}
