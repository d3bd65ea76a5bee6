using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The pixel of SCSim: full light is one spike a tick. Its noise is a matter of flaws.</summary>
[Variant("scsim")]
public sealed record ScSimModel : ISpikeModel
{
    public SpikeModel Sensor => SpikeModel.Measured with { Flaws = null };
}
