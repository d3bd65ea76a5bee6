namespace SpikeData.Calibration;

/// <summary>How a lens bends the picture: radial terms k1, k2, k3 and tangential terms p1, p2.</summary>
public readonly record struct LensDistortion(double K1, double K2, double P1, double P2, double K3)
{
    const int MostSteps = 100;

    /// <summary>In OpenCV's order.</summary>
    public double[] Terms => [K1, K2, P1, P2, K3];

    public static LensDistortion Of(IReadOnlyList<double> terms) => new(terms[0], terms[1], terms[2], terms[3], terms[4]);

    /// <summary>Where the lens moves a direction (X/Z, Y/Z).</summary>
    public Point2 Bend(Point2 at)
    {
        double r2 = at.X * at.X + at.Y * at.Y, radial = 1 + r2 * (K1 + r2 * (K2 + r2 * K3)), cross = 2 * at.X * at.Y;
        return new(at.X * radial + P1 * cross + P2 * (r2 + 2 * at.X * at.X), at.Y * radial + P1 * (r2 + 2 * at.Y * at.Y) + P2 * cross);
    }

    /// <summary>The direction that the lens moves to a place: fixed-point steps until they no longer matter.</summary>
    public Point2 Straighten(Point2 bent)
    {
        Point2 at = bent;
        for (int step = 0; step < MostSteps; step++)
        {
            Point2 error = bent - Bend(at);
            at += error;
            if (Math.Abs(error.X) + Math.Abs(error.Y) < 1e-12) break;
        }

        return at;
    }
}
