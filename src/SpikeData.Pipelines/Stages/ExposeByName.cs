using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Cuts each clip into exposures as long as its name says, one after the other, from its first frame on.</summary>
/// <param name="Frames">How the name of a clip says how many frames one exposure lasts: <c>GOPR????_{frames}_??</c> in GOPRO_Large_all.</param>
/// <param name="Skip">How many frames pass between two exposures.</param>
[Stage("expose-by-name")]
public sealed record ExposeByName(
    NameWithFrames Frames,
    [Range(0, 100_000, Unit = "frames")] int Skip = 0) : IStage<Clip, Exposures>
{
    const int MostFrames = 100_000;

    /// <exception cref="SpikeDataException">The name of the clip says no number of frames, or says it in two ways (SPIKE523).</exception>
    public Exposures Apply(Clip input) =>
        Frames.Read(input.Name) is { } frames and > 0 and <= MostFrames ? new(input, frames, Skip) : throw Errors.NoFramesInName(input.Name, Frames, this);
}
