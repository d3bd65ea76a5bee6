using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

/// <summary>Cameras on their sides or upside down before boards that look the same when turned; what is expected is the rig that the views were made with.</summary>
public sealed class RolledRigTests
{
    /// <summary>Corners even and even, odd and odd, odd and even, as many each way; circles that look the same upside down, and that do not.</summary>
    static readonly Board[] Boards =
    [
        .. new[] { "8x6", "7x5", "7x6", "6x6", "5x5" }.Select(size => Board.Parse(size, 30)),
        .. new[] { "4x8", "4x7" }.Select(size => Board.Parse(size, 20, BoardPattern.AsymmetricCircles)),
    ];

    public static TheoryData<int, int, int> Cases =>
        [.. from board in Enumerable.Range(0, Boards.Length) from rolls in new[] { (0, 2), (1, 0), (3, 1) } select (board, rolls.Item1, rolls.Item2)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void RolledCameras_AreFoundAsTheyStand_HoweverMarksAreNumbered(int board, int left, int right)
    {
        RolledRig rolled = new(Boards[board], left, right);
        AssertFound(rolled, rolled.Marks());
    }

    [Theory]
    [InlineData("8x6", 0, 2)]
    [InlineData("7x5", 1, 0)]
    public void RolledCameras_AreFoundInPictures(string size, int left, int right)
    {
        RolledRig rolled = new(Board.Parse(size, 30), left, right);
        RigCalibration found = AssertFound(rolled, rolled.Pictures());
        Assert.Contains("the board looks the same turned by 180 degrees", CalibrationSummary.Write(found), StringComparison.Ordinal);
        Assert.Contains("<p class=\"turned\">the board looks the same turned by 180 degrees", CalibrationPage.Write(found), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RectifiedPicturesOfARolledCamera_StayUpright(int roll)
    {
        RolledRig rolled = new(Board.Parse("9x6", 30), 0, roll);
        Rectification found = Rectification.Of(rolled.Rig), upright = Rectification.Of(new RolledRig(rolled.Board, 0, 0).Rig);
        Assert.False(found.IsVertical);
        Assert.InRange((found.LeftTurn * upright.LeftTurn.Transpose()).Angle, 0, 0.01);
        foreach (Point3 point in new Point3[] { new(10, 20, 500), new(-80, 40, 700), new(100, -60, 2000) })
            Assert.InRange(found.Difference(rolled.Rig.Left.Project(point), rolled.Rig.Right.Project(rolled.Rig.Pose.Apply(point))), -1e-6, 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void RolledCamera_SeesTheSameWhereItsPicturesAreTurned(int roll)
    {
        Camera camera = new(240, 320, new(350, 340), new(158, 121), new(-0.1, 0.05, 0.01, -0.02, 0.03));
        Point3 point = new(0.3, -0.2, 1.1);
        Assert.InRange((camera.Roll(camera.Project(point), roll) - camera.Rolled(roll).Project(Matrix3.QuarterTurns(roll) * point)).Length, 0, 1e-9);
    }

    [Fact]
    public void SwappedPairs_AreNamed_AndNoRigIsWritten()
    {
        ViewPair[] pairs = new RolledRig(Board.Parse("8x6", 30), 0, 2).Marks();
        (pairs[2], pairs[5]) = (pairs[2] with { Right = pairs[5].Right }, pairs[5] with { Right = pairs[2].Right });
        RigCalibration torn = RigCalibration.Solve(Board.Parse("8x6", 30), pairs);
        SpikeDataException refused = Assert.Throws<SpikeDataException>(torn.RequireAgreement);
        Assert.Equal("SPIKE622", refused.Id);
        Assert.Contains("these do not: 02, 05.", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void BoardThatOnlyMovesAlongItsNormal_LeavesItsTurnOpen()
    {
        Board board = Board.Parse("8x6", 30);
        Pose[] facing = [.. new[] { 500.0, 600, 700 }.Select(distance => new Pose(Matrix3.Identity, new(-3.5 * 30, -2.5 * 30, distance)))];
        RolledRig tilted = new(board, 0, 2);
        ViewPair[] pairs =
        [
            .. (tilted with { Poses = facing }).Marks(),
            .. tilted.Marks().Index().Select(pair => pair.Index % 2 == 0 ? pair.Item with { Left = null } : pair.Item with { Right = null }),
        ];
        Assert.Equal("SPIKE623", Assert.Throws<SpikeDataException>(RigCalibration.Solve(board, pairs).RequireAgreement).Id);
    }

    static RigCalibration AssertFound(RolledRig rolled, ViewPair[] pairs)
    {
        RigCalibration found = RigCalibration.Solve(rolled.Board, pairs);
        found.RequireAgreement();
        Pose truth = rolled.Rig.Pose;
        Assert.Equal(8, found.Pairs.Count);
        Assert.InRange(found.Rig.Baseline, 0.99 * RolledRig.Baseline, 1.01 * RolledRig.Baseline);
        Assert.InRange((found.Rig.Pose.Rotation * truth.Rotation.Transpose()).Angle, 0, 0.02);
        Assert.InRange((found.Rig.Pose.Translation - truth.Translation).Length, 0, 0.1 * RolledRig.Baseline);
        return found;
    }
}
