using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Short-term plasticity: shows the spikes of what moves, white on black.</summary>
[Variant("stp")]
public sealed record Stp : IReconstruction
{
    public Reconstructor Begin(Device device, ISpikeSource recording) => PlasticityReconstructor.Motion(device, recording);
}
