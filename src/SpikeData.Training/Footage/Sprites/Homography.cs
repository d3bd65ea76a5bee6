using System.Numerics;

namespace SpikeData.Training;

/// <summary>A plane seen in perspective: takes places of the picture to places of a unit square that lies in it.</summary>
/// <remarks>Heckbert, "Fundamentals of Texture Mapping and Image Warping", 1989, section 2.2.3.</remarks>
readonly struct Homography
{
    readonly float a, b, c, d, e, f, g, h, i;

    /// <param name="corners">Where the square's corners (0, 0), (1, 0), (1, 1) and (0, 1) are seen.</param>
    public Homography(ReadOnlySpan<Vector2> corners)
    {
        (Vector2 p, Vector2 q, Vector2 r, Vector2 s) = (corners[0], corners[1], corners[2], corners[3]);
        Vector2 first = q - r, second = s - r, sum = p - q + r - s;
        float area = first.X * second.Y - second.X * first.Y;
        float across = (sum.X * second.Y - second.X * sum.Y) / area, down = (first.X * sum.Y - sum.X * first.Y) / area;

        // The way from the square to the picture, and its adjoint, which is the way back up to a factor.
        float a0 = q.X - p.X + across * q.X, b0 = s.X - p.X + down * s.X, c0 = p.X;
        float d0 = q.Y - p.Y + across * q.Y, e0 = s.Y - p.Y + down * s.Y, f0 = p.Y;
        (a, b, c) = (e0 - f0 * down, c0 * down - b0, b0 * f0 - c0 * e0);
        (d, e, f) = (f0 * across - d0, a0 - c0 * across, c0 * d0 - a0 * f0);
        (g, h, i) = (d0 * down - e0 * across, b0 * across - a0 * down, a0 * e0 - b0 * d0);
    }

    /// <summary>The place in the square that is seen at a pixel.</summary>
    public Vector2 Back(float x, float y) => new Vector2(a * x + b * y + c, d * x + e * y + f) / (g * x + h * y + i);
}
