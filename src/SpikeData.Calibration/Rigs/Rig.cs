using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Two cameras that look at one scene and do not move against each other.</summary>
/// <param name="Left">The camera whose frame is the rig's; the picture camera of a recording rig.</param>
/// <param name="Right">The other one; the spike camera of a recording rig.</param>
/// <param name="Pose">From the left camera's frame to the right one's.</param>
public sealed record Rig(Camera Left, Camera Right, Pose Pose)
{
    /// <summary>Which row comes first in .dat files of the spike camera that do not say so themselves; null where views of a board did not tell.</summary>
    public RowOrder? Rows { get; init; }

    /// <summary>The distance of the two cameras, in the unit of the board's spacing.</summary>
    public double Baseline => Pose.Translation.Length;

    /// <summary>E, with right' E left = 0 for the two directions of one point.</summary>
    public Matrix3 Essential => Matrix3.CrossWith(Pose.Translation) * Pose.Rotation;

    /// <summary>F, with right' F left = 0 for the two places of one point, the lenses' distortion taken out.</summary>
    public Matrix3 Fundamental => (Right.Matrix.Invert().Transpose() * Essential * Left.Matrix.Invert()).Normalized();

    /// <summary>The homography from left to right places of points on a plane, the lenses' distortion taken out: K (R - t n' / d) K^-1.</summary>
    /// <param name="plane">Where the plane is in the left camera's frame.</param>
    public Matrix3 Homography(Plane plane)
    {
        Point3 t = Pose.Translation, n = plane.Normal * (-1 / plane.Distance);
        Matrix3 induced = Pose.Rotation + new Matrix3(n * t.X, n * t.Y, n * t.Z);
        return (Right.Matrix * induced * Left.Matrix.Invert()).Normalized();
    }
}
