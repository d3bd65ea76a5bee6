namespace SpikeData.Pipelines;

/// <summary>Cuts a clip into exposures, one after the other, from its first frame on.</summary>
/// <param name="Frames">How many frames one exposure lasts.</param>
/// <param name="Skip">How many frames pass between two exposures.</param>
[Stage("expose")]
public sealed record Expose(
    [Range(1, 100_000, Unit = "frames")] int Frames = 97,
    [Range(0, 100_000, Unit = "frames")] int Skip = 7) : IStage<Clip, Exposures>
{
    public Exposures Apply(Clip input) => new(input, Frames, Skip);
}
