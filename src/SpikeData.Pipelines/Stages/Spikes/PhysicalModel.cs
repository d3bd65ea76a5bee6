using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The photodiode circuit of the SpikeReveal data: full light gives 0.9927 spikes per tick.</summary>
[Variant("physical")]
public sealed record PhysicalModel : ISpikeModel
{
    public SpikeModel Sensor => SpikeModel.Physical;
}
