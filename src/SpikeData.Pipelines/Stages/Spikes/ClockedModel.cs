using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The pixel of SpikingSIM: the physical one, compared with its threshold at each clock and set to zero when it fires.</summary>
/// <param name="Clocks">Clocks in a tick.</param>
[Variant("clocked")]
public sealed record ClockedModel([Range(1, 10_000, Unit = "clocks")] int Clocks = 250) : ISpikeModel
{
    public SpikeModel Sensor => SpikeModel.Clocked with { Clocks = Clocks };
}
