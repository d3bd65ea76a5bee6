using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Makes frames with RIFE, a network that finds flows from the instant directly: IFNet_m, or IFNet by halving again and again.</summary>
/// <param name="Weights">The network's weights, relative to the recipe: .safetensors, .npz or a PyTorch file.</param>
[Variant("rife")]
public sealed record Rife([property: FileInKey] string Weights) : IInterpolation
{
    public Clip Interpolate(Clip clip, int factor) => NetworkClip.Of<IfNet>(clip, factor, "rife", Weights, IfNet.Of);
}
