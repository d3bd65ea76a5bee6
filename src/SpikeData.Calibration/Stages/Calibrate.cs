using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Tells which cameras made a recording, from a file that <c>spikedata calibrate</c> wrote: left the picture camera, right the spike camera.</summary>
/// <param name="File">The calibration file, relative to the recipe; <c>{clip}</c> and <c>{split}</c> stand for those of the recording.</param>
[Stage("calibrate")]
public sealed record Calibrate([property: FileInKey] string File) : IStage<Clip, RigRecording>
{
    /// <exception cref="SpikeDataException">The file makes no sense (SPIKE607) or is of other cameras (SPIKE608); the clip has no spikes (SPIKE612).</exception>
    public RigRecording Apply(Clip input) => new(input, RigFile.Read(input.Workspace.Resolve(ClipFiles.Of(File, input.Source))));
}
