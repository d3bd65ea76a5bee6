namespace SpikeData.Pipelines;

/// <summary>Keeps latent frames of each exposure: the middle one, or a sequence evenly spread from its first frame to its last.</summary>
/// <param name="Frames">How many; 1 or 7 in the paper.</param>
[Stage("extract-sharp")]
public sealed record ExtractSharp([Range(1, 100_000, Unit = "frames")] int Frames = 1) : IStage<Exposures, SharpImages>
{
    public SharpImages Apply(Exposures input) => new(input, Frames);
}
