using SpikeData.Binocular;
using SpikeData.Compute;

namespace SpikeData.Calibration.Tests;

public sealed class CameraCalibrationTests
{
    static readonly Board Board = Board.Parse("9x6", 1);
    static readonly Camera Camera = new(480, 640, new(560, 555), new(330, 236), new(-0.25, 0.08, 0.001, -0.0005, 0));

    [Fact]
    public void MarksWithoutError_GiveTheCameraItself()
    {
        CameraCalibration found = CameraCalibration.Solve(Board, [.. BoardPoses.Of(Board, 14).Select(Ideal)]);
        Assert.InRange(found.Rms, 0, 1e-3);
        Assert.Equal(Camera.Focal.X, found.Camera.Focal.X, 1);
        Assert.Equal(Camera.Center.Y, found.Camera.Center.Y, 1);
        Assert.All(found.Views, view => Assert.InRange(view.Rms, 0, 0.01));
    }

    [Fact]
    public void TwoViews_AreTooFewAndTheOthersAreNamed()
    {
        IReadOnlyList<BoardView> views = [.. BoardPoses.Of(Board, 14).Select(Ideal).Select((view, i) => i < 2 ? view : view with { Marks = null })];
        SpikeDataException error = Assert.Throws<SpikeDataException>(() => CameraCalibration.Solve(Board, views));
        Assert.Equal("SPIKE604", error.Id);
        Assert.Contains("Only 2 of 8 pictures", error.Message, StringComparison.Ordinal);
        Assert.Contains("view 7", error.Message, StringComparison.Ordinal);
    }

    static BoardView Ideal(Pose pose, int number) =>
        new(new($"view {number}", Camera.Height, Camera.Width, []), new BoardScene(Board, Camera, pose).Marks);
}
