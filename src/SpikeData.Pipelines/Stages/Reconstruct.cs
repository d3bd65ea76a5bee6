using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Makes gray pictures from the spikes of each exposure: of its middle, or of moments evenly spread over its frames.</summary>
/// <param name="Method">How; tfp unless given. The pictures are filed under its name, so several can stand in one recipe.</param>
/// <param name="Frames">How many moments; those of extract-sharp with the same number.</param>
[Stage("reconstruct", Version = 2)]
public sealed record Reconstruct(
    IReconstruction? Method = null,
    [Range(1, 100_000, Unit = "frames")] int Frames = 1) : IStage<SpikeStreams, ReconstructedImages>
{
    public IReconstruction Method { get; } = Method ?? new Tfp();

    /// <exception cref="SpikeDataException">So many moments cannot be spread evenly over an exposure (SPIKE413).</exception>
    public ReconstructedImages Apply(SpikeStreams input) =>
        input.Exposures.EvenCounts.Contains(Frames) ? new(input, this) : throw Errors.UnevenSharp(Frames, input.Exposures, this);
}
