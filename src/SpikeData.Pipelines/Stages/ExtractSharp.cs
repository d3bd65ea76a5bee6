using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Keeps latent frames of each exposure: the middle one, or a sequence evenly spread from its first frame to its last.</summary>
/// <param name="Frames">How many; 1 or 7 in the paper.</param>
[Stage("extract-sharp", Version = 2)]
[Constant("SharpCount", "ExtractSharpFrames", "Sharp images of one sample.")]
[Constant("SharpHeight", "DecodeSizeHeight", "Rows of a sharp image.")]
[Constant("SharpWidth", "DecodeSizeWidth", "Columns of a sharp image.")]
public sealed record ExtractSharp([Range(1, 100_000, Unit = "frames")] int Frames = 1) : IStage<Exposures, SharpImages>
{
    /// <exception cref="SpikeDataException">So many frames cannot be spread evenly over an exposure (SPIKE413).</exception>
    public SharpImages Apply(Exposures input) =>
        input.EvenCounts.Contains(Frames) ? new(input, Frames) : throw Errors.UnevenSharp(Frames, input, this);
}
