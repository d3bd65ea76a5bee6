using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Texture from short-term plasticity: the rates that a synapse per pixel has learned from all ticks up to the moment, with equalized contrast.</summary>
[Variant("tfstp")]
public sealed record Tfstp : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => PlasticityReconstructor.Texture(device, recording);
}
