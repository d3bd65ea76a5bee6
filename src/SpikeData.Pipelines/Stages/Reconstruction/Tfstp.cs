using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Texture from short-term plasticity: the rates a synapse per pixel has learned up to the moment, with equalized contrast.</summary>
[Variant("tfstp")]
public sealed record Tfstp : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => PlasticityReconstructor.Texture(device, recording);
}
