using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Opens what a calibrated rig's spike camera recorded, knowing from the rig what its files do not say.</summary>
public static class RigSpikes
{
    /// <param name="file">The recording; where nothing else says so, a .dat file has the calibrated camera's size and order of rows.</param>
    /// <param name="rig">The rig, right the spike camera.</param>
    /// <param name="stated">What a person says of the file.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE608: it is not of the calibrated camera's size. SPIKE450 to SPIKE473: it cannot be read.</exception>
    public static SpikeRecording Open(string file, Rig rig, RecordingFacts? stated = null)
    {
        SpikeRecording spikes = SpikeRecording.Open(file, Facts(file, rig, stated ?? RecordingFacts.None));
        FrameSize size = new(spikes.Layout.Width, spikes.Layout.Height);
        if (size == new FrameSize(rig.Right.Width, rig.Right.Height)) return spikes;
        spikes.Dispose();
        throw Errors.OtherCamera(file, size, rig.Right);
    }

    static RecordingFacts Facts(string file, Rig rig, RecordingFacts stated)
    {
        if (!file.EndsWith(".dat", StringComparison.OrdinalIgnoreCase)) return stated;
        RecordingFacts known = RecordingFile.FactsOf(file, stated);
        RecordingFacts silent = new() { Rows = known.Rows is null ? rig.Rows : null };
        return stated.Or(known.Width is null ? silent with { Width = rig.Right.Width, Height = rig.Right.Height } : silent);
    }
}
