namespace SpikeData.Calibration;

/// <summary>A camera with a lens: how directions in front of it become places in its pictures.</summary>
/// <remarks>
/// With (x, y) = (X/Z, Y/Z) and r2 = x2 + y2, the lens moves (x, y) to (x d + 2 p1 x y + p2 (r2 + 2 x2), y d + p1 (r2 + 2 y2) + 2 p2 x y),
/// d = 1 + k1 r2 + k2 r2^2 + k3 r2^3 (Brown 1966, as OpenCV orders the terms), and the sensor sees it at focal x + center.
/// </remarks>
/// <param name="Height">Rows of its pictures.</param>
/// <param name="Width">Columns of its pictures.</param>
/// <param name="Focal">The focal lengths across and down, in pixels.</param>
/// <param name="Center">Where the axis of the lens meets the sensor, in pixels.</param>
/// <param name="Distortion">What the lens bends.</param>
public sealed record Camera(int Height, int Width, Point2 Focal, Point2 Center, LensDistortion Distortion)
{
    /// <summary>The camera matrix K: from directions to places, the lens left out.</summary>
    public Matrix3 Matrix => new(new(Focal.X, 0, Center.X), new(0, Focal.Y, Center.Y), new(0, 0, 1));

    /// <summary>Where the camera sees a point of its own frame.</summary>
    public Point2 Project(Point3 point)
    {
        Point2 bent = Distortion.Bend(new(point.X / point.Z, point.Y / point.Z));
        return new(Focal.X * bent.X + Center.X, Focal.Y * bent.Y + Center.Y);
    }

    /// <summary>The direction that is seen at a place, with z = 1.</summary>
    public Point3 Direction(Point2 place)
    {
        Point2 straight = Distortion.Straighten(new((place.X - Center.X) / Focal.X, (place.Y - Center.Y) / Focal.Y));
        return new(straight.X, straight.Y, 1);
    }

    /// <summary>The same camera, its pictures turned clockwise by so many times 90 degrees.</summary>
    public Camera Rolled(int quarterTurns) => (quarterTurns & 3) == 0 ? this : new Camera(
        Width, Height, new(Focal.Y, Focal.X), new(Height - 1 - Center.Y, Center.X), Distortion with { P2 = -Distortion.P1, P1 = Distortion.P2 }).Rolled((quarterTurns & 3) - 1);

    /// <summary>Where a place of this camera's pictures lies in those of <see cref="Rolled"/>.</summary>
    public Point2 Roll(Point2 place, int quarterTurns) => (quarterTurns & 3) switch
    {
        0 => place,
        1 => new(Height - 1 - place.Y, place.X),
        2 => new(Width - 1 - place.X, Height - 1 - place.Y),
        _ => new(place.Y, Width - 1 - place.X),
    };

    /// <summary>The same camera with larger or smaller pictures.</summary>
    public Camera Resized(int height, int width)
    {
        double x = (double)width / Width, y = (double)height / Height;
        return this with { Height = height, Width = width, Focal = new(Focal.X * x, Focal.Y * y), Center = new((Center.X + 0.5) * x - 0.5, (Center.Y + 0.5) * y - 0.5) };
    }
}
