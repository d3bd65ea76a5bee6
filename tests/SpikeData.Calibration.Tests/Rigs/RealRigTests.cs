using System.Text.Json.Nodes;

namespace SpikeData.Calibration.Tests;

/// <summary>Real photos give what OpenCV 4.6 gave, although this is another version of it.</summary>
public sealed class RealRigTests
{
    readonly RigCalibration found = RealRig.Calibration;

    [Fact]
    public void MarksOfEveryPhoto_LieWhereTheReferenceHasThem()
    {
        AssertMarks(RealRig.Reference["left"]!, found.Left);
        AssertMarks(RealRig.Reference["right"]!, found.Right);

        static void AssertMarks(JsonNode reference, CameraCalibration camera)
        {
            Assert.Equal(13, camera.Views.Count);
            foreach (SolvedView view in camera.Views)
                RealRig.AssertNear(RealRig.Numbers(reference["corners"]![view.View.Name]), [.. view.View.Marks!.SelectMany(mark => new[] { mark.X, mark.Y })], 0.02);
        }
    }

    [Fact]
    public void EachCamera_IsTheReferences()
    {
        AssertCamera(RealRig.Reference["left"]!, found.Left);
        AssertCamera(RealRig.Reference["right"]!, found.Right);

        static void AssertCamera(JsonNode reference, CameraCalibration camera)
        {
            Assert.Equal(reference["rms"]!.GetValue<double>(), camera.Rms, 4);
            RealRig.AssertNear(RealRig.Numbers(reference["matrix"]), RealRig.Numbers(camera.Camera.Matrix), 0.01);
            RealRig.AssertNear(RealRig.Numbers(reference["distortion"]), camera.Camera.Distortion.Terms, 1e-3);
            foreach (SolvedView view in camera.Views) Assert.Equal(reference["views"]![view.View.Name]!.GetValue<double>(), view.Rms, 3);
        }
    }

    [Fact]
    public void CamerasTogether_AreTheReferences()
    {
        JsonNode stereo = RealRig.Reference["stereo"]!;
        Assert.Equal(stereo["rms"]!.GetValue<double>(), found.Rms, 4);
        RealRig.AssertNear(RealRig.Numbers(stereo["rotation"]), RealRig.Numbers(found.Rig.Pose.Rotation), 1e-6);
        RealRig.AssertNear(RealRig.Numbers(stereo["translation"]), RealRig.Numbers(found.Rig.Pose.Translation), 1e-4);
        RealRig.AssertNear(RealRig.Numbers(stereo["essential"]), RealRig.Numbers(found.Rig.Essential), 1e-4);
        RealRig.AssertNear(RealRig.Numbers(stereo["fundamental"]), RealRig.Numbers(found.Rig.Fundamental), 1e-5);
    }

    [Fact]
    public void Rectification_IsTheReferences()
    {
        JsonNode reference = RealRig.Reference["rectification"]!;
        RealRig.AssertNear(RealRig.Numbers(reference["R1"]), RealRig.Numbers(found.Rectification.LeftTurn), 1e-5);
        RealRig.AssertNear(RealRig.Numbers(reference["R2"]), RealRig.Numbers(found.Rectification.RightTurn), 1e-5);
        // Versions of OpenCV cut the picture a little differently; the shift follows from the focal length.
        Assert.InRange(found.Rectification.Camera.Focal.X / RealRig.Numbers(reference["P2"])[0], 0.998, 1.002);
        Assert.Equal(-found.Rig.Baseline * found.Rectification.Camera.Focal.X, found.Rectification.Shift, 3);
        Assert.Equal(RealRig.Reference["rowError"]!["max"]!.GetValue<double>(), found.Pairs.Max(pair => pair.LargestRowError), 1);
        Assert.False(found.Rectification.IsVertical);
    }

    [Fact]
    public void Homography_IsTheReferences() =>
        RealRig.AssertNear(RealRig.Numbers(RealRig.Reference["homography"]!["H"]), RealRig.Numbers(found.Pairs[0].Homography), 0.05);

    [Fact]
    public void PairWithCornersCloserThanTheWindow_IsNamed()
    {
        Assert.Equal(["02"], found.BadPairs);
        Assert.Equal(["left02.jpg"], found.Left.BadViews.Select(view => view.View.Name));
        Assert.Equal(["right02.jpg"], found.Right.BadViews.Select(view => view.View.Name));
        Assert.Contains("bad pair 02: left02.jpg 1.22 px, right02.jpg 1.20 px", CalibrationSummary.Write(found), StringComparison.Ordinal);
    }

    [Fact]
    public void CornersOfOneCamera_LieOnTheEpipolarLinesOfTheOther()
    {
        Rig cameras = found.Rig;
        IEnumerable<double> distances = found.Pairs.SelectMany(pair => pair.Pair.Left!.Marks!.Zip(pair.Pair.Right!.Marks!, (left, right) =>
        {
            Point3 line = cameras.Fundamental * Straight(cameras.Left, left);
            return line.Dot(Straight(cameras.Right, right)) / new Point2(line.X, line.Y).Length;
        }));
        Assert.InRange(Math.Sqrt(distances.Average(distance => distance * distance)), 0.1, 0.35);

        static Point3 Straight(Camera camera, Point2 place) => camera.Matrix * camera.Direction(place);
    }
}
