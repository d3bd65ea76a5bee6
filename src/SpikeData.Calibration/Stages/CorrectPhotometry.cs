using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Corrects a recording by a file that <c>spikedata photometry</c> wrote: spikes for dark current, flat field and defective pixels, pictures for their tone curve.</summary>
/// <param name="File">The photometry file, relative to the recipe; <c>{clip}</c> and <c>{split}</c> stand for those of the recording.</param>
/// <param name="Spikes">Whether spikes are corrected for all of it, for defective pixels alone, or not at all.</param>
/// <param name="Linear">Whether pictures become proportional to light.</param>
[Stage("correct-photometry")]
public sealed record CorrectPhotometry(
    [property: FileInKey] string File, SpikeCorrectionDepth Spikes = SpikeCorrectionDepth.Full, bool Linear = false) : IStage<RigRecording, RigRecording>
{
    /// <exception cref="SpikeDataException">The file makes no sense (SPIKE607), a map is not its own (SPIKE618), it is of another sensor (SPIKE608), or says nothing of pictures (SPIKE619).</exception>
    public RigRecording Apply(RigRecording input)
    {
        string file = input.FileOf(File);
        Photometry photometry = PhotometryFile.Read(file);
        if ((photometry.Height, photometry.Width) != (input.Rig.Right.Height, input.Rig.Right.Width)) throw Errors.OtherSensor(input.SpikeFile, input.Rig.Right.Height, input.Rig.Right.Width, photometry.Height, photometry.Width);
        if (Linear && photometry.Response is null) throw Errors.NoCurve(file);
        return input.With(photometry, Spikes, Linear ? photometry.Response : null);
    }
}
