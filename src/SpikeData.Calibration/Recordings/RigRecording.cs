using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>What a calibrated rig recorded of one scene: pictures, and the spikes of the same time.</summary>
public sealed class RigRecording
{
    /// <param name="pictures">The pictures; the files of its source include the recording of spikes.</param>
    /// <param name="rig">The cameras, left the picture camera, right the spike camera.</param>
    /// <exception cref="SpikeDataException">SPIKE608: the calibration is of cameras with other pixels. SPIKE612: there are no spikes.</exception>
    public RigRecording(Clip pictures, Rig rig)
    {
        (Pictures, Rig) = (pictures, rig);
        SpikeFile = pictures.Source.Files.FirstOrDefault(SpikeViewing.IsRecording) ?? throw Errors.NoSpikes(pictures.Source.Title);
        if (pictures.Size != new FrameSize(rig.Left.Width, rig.Left.Height)) throw Errors.OtherCamera(pictures.Source.Files[0], pictures.Size, rig.Left);
        using SpikeRecording spikes = OpenSpikes();
        pictures.Facts.Note(RecordingNotes.Fact, RecordingNotes.Of(spikes, rig));
    }

    public Clip Pictures { get; }

    public Rig Rig { get; }

    /// <summary>The file of the spikes.</summary>
    public string SpikeFile { get; }

    /// <summary>How the spike camera's pixels answer, where its spikes are to be corrected for that.</summary>
    public Photometry? Photometry { get; private init; }

    /// <summary>What of it is applied to the spikes.</summary>
    public SpikeCorrectionDepth Depth { get; private init; }

    /// <summary>What pictures are freed of: the tone curve that their codes follow.</summary>
    public ResponseFit? Tone { get; private init; }

    /// <summary>The full path of a file that a recipe names, with this recording's words for <c>{clip}</c> and <c>{split}</c>.</summary>
    public string FileOf(string path) => Pictures.Workspace.Resolve(ClipFiles.Of(path, Pictures.Source));

    /// <summary>The same recording, to be corrected.</summary>
    public RigRecording With(Photometry photometry, SpikeCorrectionDepth depth, ResponseFit? tone) => new(Pictures, Rig) { Photometry = photometry, Depth = depth, Tone = tone };

    /// <summary>Opens the spikes.</summary>
    public SpikeRecording OpenSpikes() => RigSpikes.Open(SpikeFile, Rig);
}
