using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes frames with XVFI-Net, which follows large motion from coarse to fine; the SpikeReveal paper's data are made so.</summary>
/// <param name="Weights">The network's weights, relative to the recipe: .safetensors, .npz or a PyTorch file; models/XVFInet_X4K1000FPS_exp1_latest.pt, as the published ones are called, unless given.</param>
/// <param name="Part">Which of several state dicts of a PyTorch checkpoint the weights are, such as <c>params_ema</c>; needed only where there are several.</param>
/// <param name="Scales">On how many coarser levels motion is found before the finest, each doubling what can be followed; the paper takes 5.</param>
/// <param name="Tile">The side of the overlapping parts in which frames are made; whole frames as far as 4 GB reach, unless given.</param>
[Variant("xvfi", Version = 2)]
public sealed record Xvfi(
    [property: FileInKey(Origin = Xvfi.Origin)] string Weights = Xvfi.Published,
    [property: InKeyWhenGiven] string? Part = null,
    [Range(0, 8)] int Scales = 3,
    [Range(1, 16384, Unit = "pixels")] int? Tile = null) : IInterpolation
{
    const string Published = "models/XVFInet_X4K1000FPS_exp1_latest.pt",
        Origin = "the weights of XVFI-Net: github.com/JihyongOh/XVFI links to the published ones, for research and education only; method dense-flow needs none";

    public Clip Interpolate(Clip clip, int factor) =>
        NetworkClip.Of(clip, factor, "xvfi", Tile, device => XvfiNet.Of(device, WeightFile.Read(NetworkClip.WeightsOf(clip, Weights, Origin), Part), Scales));
}
