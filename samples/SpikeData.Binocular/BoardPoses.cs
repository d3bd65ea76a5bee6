using SpikeData.Calibration;

namespace SpikeData.Binocular;

/// <summary>Poses of a board in front of a camera: tilted to all sides and in all parts of the picture.</summary>
public static class BoardPoses
{
    /// <summary>Tilts and turns in radians, then the place of the board's middle in shares of its distance.</summary>
    static readonly (double TiltX, double TiltY, double Turn, double X, double Y, double Distance)[] Views =
    [
        (0.45, 0.10, 0.02, 0.05, -0.05, 1.00),
        (-0.40, 0.20, 0.10, -0.12, 0.08, 1.10),
        (0.10, 0.50, -0.08, 0.15, 0.10, 1.05),
        (0.15, -0.45, 0.05, -0.15, -0.08, 0.95),
        (-0.30, -0.35, 0.12, 0.10, -0.10, 1.20),
        (0.35, 0.35, -0.15, -0.10, 0.05, 1.15),
        (-0.50, 0.05, -0.04, 0.00, 0.12, 0.98),
        (0.25, -0.25, 0.20, 0.12, 0.00, 1.25),
    ];

    /// <summary>How the board lies in the camera's frame, view by view.</summary>
    /// <param name="board">The board.</param>
    /// <param name="distance">About how far away it is.</param>
    public static IReadOnlyList<Pose> Of(Board board, double distance)
    {
        double width = board.Points.Max(point => point.X), height = board.Points.Max(point => point.Y);
        return [.. Views.Select(view =>
        {
            Matrix3 rotation = Matrix3.Rotation(new(0, 0, view.Turn)) * Matrix3.Rotation(new(0, view.TiltY, 0)) * Matrix3.Rotation(new(view.TiltX, 0, 0));
            Point3 middle = new Point3(view.X, view.Y, 1) * (distance * view.Distance);
            return new Pose(rotation, middle - rotation * new Point3(width / 2, height / 2, 0));
        })];
    }
}
