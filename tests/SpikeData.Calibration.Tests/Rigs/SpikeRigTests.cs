using SpikeData.Imaging;

namespace SpikeData.Calibration.Tests;

/// <summary>A rendered board, spikes simulated from it, and the rig found from pictures on one side and spikes on the other.</summary>
public sealed class SpikeRigTests
{
    [Theory]
    [InlineData(RowOrder.BottomUp, SpikeTexture.Playback, 0.2, 0.01, 0.05)]
    [InlineData(RowOrder.TopDown, SpikeTexture.Interval, 0.4, 0.02, 0.1)]
    public void RigOfAPictureCameraAndASpikeCamera_IsFoundFromPicturesAndSpikes(RowOrder rows, SpikeTexture texture, double mostRms, double mostShare, double mostMove)
    {
        using SyntheticRig synthetic = new(rows);
        BoardSearch search = new(SyntheticRig.Board) { Window = CornerWindow.Auto, Spikes = new(new() { Width = 400, Height = 250 }, texture) };
        RigCalibration found = PictureCalibration.Solve(search, synthetic.Pictures, synthetic.Spikes);
        Rig truth = SyntheticRig.Rig;
        Assert.Equal(8, found.Pairs.Count);
        Assert.Equal(rows, found.Rows!.Rows);
        Assert.InRange(found.Rows.OtherRms / found.Rows.Rms, 5, double.PositiveInfinity);
        Assert.Equal(rows, found.Rig.Rows);
        Assert.Contains($"\nrow-order: {rows.Word()}  #", RigFile.Write(found), StringComparison.Ordinal);
        found.RequireAgreement();
        Assert.InRange(found.Rms, 0, mostRms);
        Assert.InRange(Math.Abs(found.Right.Camera.Focal.X / truth.Right.Focal.X - 1), 0, mostShare);
        Assert.InRange((found.Rig.Pose.Translation - truth.Pose.Translation).Length / truth.Baseline, 0, mostMove);
        Assert.InRange((found.Rig.Pose.Rotation * truth.Pose.Rotation.Transpose()).Angle, 0, 0.01);
    }
}
