namespace SpikeData.Calibration;

/// <summary>The finer grid on a spike camera's sensor onto which a rig's pictures are warped, so that spikes themselves are never resampled.</summary>
/// <remarks>
/// A picture pixel looks along the ray of its place on the spike sensor, lens included, to where the ray meets the plane that the scene is taken for,
/// and takes the light that the picture camera saw there. Points off that plane are displaced by the rig's parallax.
/// </remarks>
/// <param name="Rig">Left the picture camera, right the spike camera.</param>
/// <param name="Scale">Picture pixels to a spike pixel along each axis; 4 in the published data.</param>
/// <param name="Scene">The plane in the spike camera's frame that the scene is taken for; null for a distant one.</param>
public sealed record SpikeGrid(Rig Rig, int Scale = 4, Plane? Scene = null)
{
    /// <summary>Rows of a warped picture.</summary>
    public int Height => Rig.Right.Height * Scale;

    /// <summary>Columns of a warped picture.</summary>
    public int Width => Rig.Right.Width * Scale;

    /// <summary>Where the picture camera saw what lies at a place of the grid; not a number where that looks past the scene's plane.</summary>
    public Point2 Origin(Point2 place)
    {
        Point3 direction = Rig.Right.Direction(new((place.X + 0.5) / Scale - 0.5, (place.Y + 0.5) / Scale - 0.5));
        Pose toLeft = Rig.Pose.Invert();
        Point3 seen = toLeft.Rotation * direction;
        if (Scene is not { } plane) return Rig.Left.Project(seen);
        return plane.Along(direction) is > 0 and < double.PositiveInfinity and var far ? Rig.Left.Project(seen * far + toLeft.Translation) : new(double.NaN, double.NaN);
    }

    public WarpMap Map() => WarpMap.Of(Height, Width, Rig.Left, Origin);
}
