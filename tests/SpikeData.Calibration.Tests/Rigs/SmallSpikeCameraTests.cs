using System.Runtime.InteropServices;
using OpenCvSharp;

namespace SpikeData.Calibration.Tests;

/// <summary>The right camera's photos, reduced to the size of a spike camera's frames, stand in for one.</summary>
public sealed class SmallSpikeCameraTests
{
    const int Height = 250, Width = 400;

    [Theory]
    [InlineData(InterpolationFlags.Area)]
    [InlineData(InterpolationFlags.Linear)]
    [InlineData(InterpolationFlags.Cubic)]
    public void RightPhotosReducedTo400x250_GiveTheSamePoseWithinOnePercent(InterpolationFlags reduction)
    {
        Pose expected = RealRig.Calibration.Rig.Pose, found = Reduced(RealRig.Calibration, default, reduction).Rig.Pose;
        Assert.InRange((found.Translation - expected.Translation).Length, 0, 0.01 * RealRig.Calibration.Rig.Baseline);
        Assert.InRange((found.Rotation * expected.Rotation.Transpose()).Angle, 0, 0.001);
    }

    [Fact]
    public void WindowsThatFitTheBoard_GiveTheSamePoseWithinOnePercent()
    {
        RigCalibration full = RealRig.CalibrationInAutoWindows, small = Reduced(full, CornerWindow.Auto);
        Pose expected = full.Rig.Pose, found = small.Rig.Pose;
        Assert.Empty(full.BadPairs);
        Assert.Equal(13, small.Pairs.Count);
        Assert.InRange((found.Translation - expected.Translation).Length, 0, 0.01 * full.Rig.Baseline);
        Assert.InRange((found.Rotation * expected.Rotation.Transpose()).Angle, 0, 0.001);
    }

    static RigCalibration Reduced(RigCalibration full, CornerWindow window, InterpolationFlags reduction = InterpolationFlags.Area)
    {
        BoardFinder finder = new(RealRig.Board, window);
        return RigCalibration.Solve(RealRig.Board, [.. full.Pairs.Select(pair => pair.Pair with { Right = finder.Look(Reduce(pair.Pair.Right!.Picture, reduction)) })]);
    }

    static unsafe GrayPicture Reduce(GrayPicture picture, InterpolationFlags reduction)
    {
        fixed (byte* pixels = picture.Pixels)
        {
            using Mat large = Mat.FromPixelData(picture.Height, picture.Width, MatType.CV_8UC1, (nint)pixels);
            using Mat small = large.Resize(new(Width, Height), interpolation: reduction);
            return new(picture.Name, Height, Width, MemoryMarshal.AsBytes(small.AsSpan<byte>()).ToArray());
        }
    }
}
