namespace SpikeData.Calibration;

/// <summary>A plane in a camera's frame: the points X with <c>Normal . X + Distance = 0</c>.</summary>
/// <param name="Normal">At right angles to the plane, of length 1, towards the camera.</param>
/// <param name="Distance">How far the camera is from the plane.</param>
public readonly record struct Plane(Point3 Normal, double Distance)
{
    /// <summary>A plane straight in front of the camera.</summary>
    public static Plane At(double depth) => new(new(0, 0, -1), depth);

    /// <summary>The plane of a board that lies in the camera's frame as <paramref name="board"/> says.</summary>
    public static Plane Of(Pose board)
    {
        Point3 axis = board.Rotation.Transpose().Third;
        double distance = -axis.Dot(board.Translation);
        return distance >= 0 ? new(axis, distance) : new(axis * -1, -distance);
    }

    /// <summary>Where a ray from the camera meets the plane.</summary>
    public Point3 Meet(Point3 direction) => direction * (-Distance / Normal.Dot(direction));
}
