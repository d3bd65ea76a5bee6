using SpikeData.Binocular;

namespace SpikeData.Calibration.Tests;

public sealed class BoardFinderTests
{
    static readonly Camera Camera = new(250, 400, new(420, 420), new(198, 126), default);

    [Theory]
    [InlineData("9x6", 30, BoardPattern.Checkerboard)]
    [InlineData("4x11", 18, BoardPattern.AsymmetricCircles)]
    public void MarksOfARenderedBoard_AreFoundWithinAFractionOfAPixel(string size, double spacing, BoardPattern pattern)
    {
        Board board = Board.Parse(size, spacing, pattern);
        foreach (Pose pose in BoardPoses.Of(board, distance: 700))
        {
            BoardScene scene = new(board, Camera, pose);
            IReadOnlyList<Point2> found = new BoardFinder(board).Look(scene.Picture("rendered")).Marks!;
            Assert.InRange(found.Zip(scene.Marks, (mark, truth) => (mark - truth).Length).Average(), 0, 0.15);
        }
    }

    [Fact]
    public void WallWithoutABoard_HasNoMarks()
    {
        GrayPicture wall = new("wall", 250, 400, [.. Enumerable.Repeat((byte)128, 250 * 400)]);
        Assert.Null(new BoardFinder(Board.Parse("9x6", 1)).Look(wall).Marks);
        Assert.Null(new BoardFinder(Board.Parse("4x11", 1, BoardPattern.AsymmetricCircles)).Look(wall).Marks);
    }
}
