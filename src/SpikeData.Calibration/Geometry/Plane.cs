namespace SpikeData.Calibration;

/// <summary>A plane in a camera's frame: the points X with <c>Normal . X + Distance = 0</c>.</summary>
/// <param name="Normal">At right angles to the plane, of length 1, towards the camera.</param>
/// <param name="Distance">How far the camera is from the plane, in the unit of the board's spacing.</param>
public readonly record struct Plane(Point3 Normal, double Distance)
{
    /// <summary>The plane z = depth + slopeRight x + slopeDown y; straight in front of the camera unless it slopes.</summary>
    /// <param name="depth">How far away it is on the camera's axis.</param>
    /// <param name="slopeRight">How much further away it is for each unit to the right: 1 for a wall turned by 45 degrees.</param>
    /// <param name="slopeDown">How much further away it is for each unit downwards.</param>
    public static Plane At(double depth, double slopeRight = 0, double slopeDown = 0)
    {
        double length = Math.Sqrt(1 + slopeRight * slopeRight + slopeDown * slopeDown);
        return new(new(slopeRight / length, slopeDown / length, -1 / length), depth / length);
    }

    /// <summary>The plane of a board that lies in the camera's frame as <paramref name="board"/> says.</summary>
    public static Plane Of(Pose board)
    {
        Point3 axis = board.Rotation.Transpose().Third;
        double distance = -axis.Dot(board.Translation);
        return distance >= 0 ? new(axis, distance) : new(axis * -1, -distance);
    }

    /// <summary>How far away the plane is on the camera's axis.</summary>
    public double Depth => -Distance / Normal.Z;

    /// <summary>How much further away it is for each unit to the right.</summary>
    public double SlopeRight => -Normal.X / Normal.Z;

    /// <summary>How much further away it is for each unit downwards.</summary>
    public double SlopeDown => -Normal.Y / Normal.Z;

    /// <summary>How many times a direction reaches from the camera to the plane; below 0 or infinite where it never does.</summary>
    public double Along(Point3 direction) => -Distance / Normal.Dot(direction);

    /// <summary>Where a ray from the camera meets the plane.</summary>
    public Point3 Meet(Point3 direction) => direction * Along(direction);
}
