using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Calibration;

/// <summary>Tells which ticks belong to which picture, from a file that <c>spikedata synchronise</c> wrote.</summary>
/// <param name="File">The clock file, relative to the recipe; each recording has one of its own, so <c>{clip}</c> and <c>{split}</c> stand for those of the recording.</param>
[Stage("synchronise")]
public sealed record Synchronise([property: FileInKey] string File) : IStage<RigRecording, SynchronisedRecording>
{
    /// <exception cref="SpikeDataException">The file makes no sense (SPIKE607), or none of its exposures was recorded (SPIKE608).</exception>
    public SynchronisedRecording Apply(RigRecording input)
    {
        string file = input.FileOf(File);
        PictureClock clock = ClockFile.Read(file);
        using Imaging.SpikeRecording spikes = input.OpenSpikes();
        bool overlaps = clock.Middle((input.Pictures.Count ?? 1) - 1) > 0 && clock.FirstMiddle < spikes.Ticks;
        return overlaps ? new(input, clock) : throw Errors.OtherTime(file, spikes.Ticks);
    }
}
