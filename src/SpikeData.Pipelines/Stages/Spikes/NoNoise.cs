using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Every spike is caused by light.</summary>
[Variant("none")]
public sealed record NoNoise : ISpikeNoise
{
    public SpikeNoise? Spikes => null;
}
