using OpenCvSharp;

namespace SpikeData.Calibration;

/// <summary>How the two pictures of a rig are turned so that one point of the scene lies in the same row of both.</summary>
/// <param name="Rig">The rig.</param>
/// <param name="LeftTurn">From the left camera's frame to the common one.</param>
/// <param name="RightTurn">From the right camera's frame to the common one.</param>
/// <param name="Camera">The camera without distortion that both pictures seem to be from, of the left picture's size.</param>
/// <param name="Shift">Where the right camera is seen from the left one, in pixels at distance 1: disparity = Shift / depth.</param>
/// <param name="IsVertical">The cameras stand above each other: the point lies in the same column instead.</param>
public sealed record Rectification(Rig Rig, Matrix3 LeftTurn, Matrix3 RightTurn, Camera Camera, double Shift, bool IsVertical)
{
    /// <summary>Bouguet's method, by OpenCV, cut so that every pixel sees something.</summary>
    /// <remarks>
    /// A right camera with other pixels counts as one with the left camera's: only the common focal length depends on it. One that lies on its
    /// side or upside down is turned alone, so that the left pictures stay upright.
    /// </remarks>
    public static Rectification Of(Rig rig)
    {
        int roll = -rig.Pose.Rotation.NearestQuarterTurns;
        Matrix3 upright = Matrix3.QuarterTurns(roll);
        (Camera rolled, Pose pose) = (rig.Right.Rolled(roll), new(upright * rig.Pose.Rotation, upright * rig.Pose.Translation));
        Camera right = rolled.Resized((int)Math.Round((double)rolled.Height * rig.Left.Width / rolled.Width), rig.Left.Width);
        using Mat leftMatrix = Mat.FromArray(rig.Left.Matrix.ToOpenCv()), rightMatrix = Mat.FromArray(right.Matrix.ToOpenCv());
        using Mat leftLens = Mat.FromArray(rig.Left.Distortion.Terms), rightLens = Mat.FromArray(right.Distortion.Terms);
        using Mat turn = Mat.FromArray(pose.Rotation.ToOpenCv()), move = Mat.FromArray(pose.Translation.X, pose.Translation.Y, pose.Translation.Z);
        using Mat leftTurn = new(), rightTurn = new(), leftView = new(), rightView = new(), depth = new();
        Cv2.StereoRectify(
            leftMatrix, leftLens, rightMatrix, rightLens, new(rig.Left.Width, rig.Left.Height), turn, move,
            leftTurn, rightTurn, leftView, rightView, depth, StereoRectificationFlags.ZeroDisparity, 0);
        Camera camera = new(rig.Left.Height, rig.Left.Width, new(leftView.At<double>(0, 0), leftView.At<double>(1, 1)), new(leftView.At<double>(0, 2), leftView.At<double>(1, 2)), default);
        (double across, double down) = (rightView.At<double>(0, 3), rightView.At<double>(1, 3));
        bool isVertical = Math.Abs(down) > Math.Abs(across);
        return new(rig, leftTurn.ToMatrix(), rightTurn.ToMatrix() * upright, camera, isVertical ? down : across, isVertical);
    }

    /// <summary>Where a place of the left picture comes to lie.</summary>
    public Point2 Left(Point2 place) => Camera.Project(LeftTurn * Rig.Left.Direction(place));

    /// <summary>Where a place of the right picture comes to lie.</summary>
    public Point2 Right(Point2 place) => Camera.Project(RightTurn * Rig.Right.Direction(place));

    /// <summary>How many rows a mark of the left picture lies above the same mark of the right one; columns for cameras above each other.</summary>
    public double Difference(Point2 left, Point2 right)
    {
        Point2 apart = Right(right) - Left(left);
        return IsVertical ? apart.X : apart.Y;
    }
}
