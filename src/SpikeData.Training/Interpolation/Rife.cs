using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes frames with RIFE, a network that finds flows from the instant directly: IFNet_m, or IFNet by halving again and again.</summary>
/// <param name="Weights">The network's weights, relative to the recipe: .safetensors, .npz or a PyTorch file; those of the small network that comes along unless given.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are several.</param>
/// <param name="Tile">The side of the overlapping parts in which frames are made; whole frames as far as 4 GB reach, unless given.</param>
[Variant("rife", Version = 2)]
public sealed record Rife(
    [property: FileInKey(Origin = Rife.Origin)] string? Weights = null,
    [property: InKeyWhenGiven] string? Part = null,
    [Range(1, 16384, Unit = "pixels")] int? Tile = null) : IInterpolation
{
    const string Origin = "the weights of RIFE, an IFNet or IFNet_m";

    public Clip Interpolate(Clip clip, int factor) => NetworkClip.Of(
        clip, factor, "rife", Tile, device => IfNet.Of(device, Weights is null ? SmallRife.Read() : WeightFile.Read(NetworkClip.WeightsOf(clip, Weights, Origin), Part)));
}
