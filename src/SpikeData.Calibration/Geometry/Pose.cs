namespace SpikeData.Calibration;

/// <summary>How one frame lies in another: a point X of the first is at <c>Rotation X + Translation</c> in the second.</summary>
/// <param name="Rotation">A right-handed rotation.</param>
/// <param name="Translation">Where the origin of the first frame is in the second, in the unit of the board's spacing.</param>
public readonly record struct Pose(Matrix3 Rotation, Point3 Translation)
{
    /// <summary>The pose from the second frame to the first.</summary>
    public Pose Invert() => new(Rotation.Transpose(), Rotation.Transpose() * Translation * -1);

    /// <summary>Where a point of the first frame is in the second.</summary>
    public Point3 Apply(Point3 point) => Rotation * point + Translation;

    /// <summary>The pose from the first frame of this one to the second frame of <paramref name="next"/>.</summary>
    public Pose Then(Pose next) => new(next.Rotation * Rotation, next.Apply(Translation));
}
