namespace SpikeData.Calibration;

/// <summary>A place or a direction in space; in a camera's frame x points to the right, y down, z forward.</summary>
public readonly record struct Point3(double X, double Y, double Z)
{
    public static Point3 operator +(Point3 a, Point3 b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Point3 operator -(Point3 a, Point3 b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Point3 operator *(Point3 a, double factor) => new(a.X * factor, a.Y * factor, a.Z * factor);

    /// <summary>How far it is from the origin.</summary>
    public double Length => Math.Sqrt(Dot(this));

    public double Dot(Point3 other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>The direction at right angles to both, right-handed.</summary>
    public Point3 Cross(Point3 other) => new(Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);
}
