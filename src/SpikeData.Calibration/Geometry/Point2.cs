namespace SpikeData.Calibration;

/// <summary>A place in a picture, in pixels: x to the right, y down, the center of the upper left pixel at (0, 0).</summary>
public readonly record struct Point2(double X, double Y)
{
    public static Point2 operator +(Point2 a, Point2 b) => new(a.X + b.X, a.Y + b.Y);

    public static Point2 operator -(Point2 a, Point2 b) => new(a.X - b.X, a.Y - b.Y);

    public static Point2 operator *(Point2 a, double factor) => new(a.X * factor, a.Y * factor);

    /// <summary>How far it is from (0, 0).</summary>
    public double Length => Math.Sqrt(X * X + Y * Y);
}
