namespace SpikeData.Pipelines;

/// <summary>Puts latent frames between every two frames, so that motion between them is smooth.</summary>
/// <param name="Method">How frames are made up; dense-flow unless given.</param>
/// <param name="Factor">How many times as many frames there are afterwards: factor - 1 new ones in each gap.</param>
[Stage("interpolate", Version = 2)]
public sealed record Interpolate(
    IInterpolation? Method = null,
    [Range(1, 256, Unit = "frames per recorded frame")] int Factor = 8) : IStage<Clip, Clip>
{
    public IInterpolation Method { get; } = Method ?? new DenseFlow();

    public Clip Apply(Clip input) => Method.Interpolate(input, Factor);
}
