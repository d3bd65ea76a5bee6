using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A pixel that adds up gray values from 0 to 1 and fires when the sum reaches the threshold, which is taken off.</summary>
/// <param name="Threshold">Ticks of full light to a spike.</param>
[Variant("integrate-and-fire")]
public sealed record IntegrateAndFireModel([Range(1.0 / 4096, 4096, Unit = "ticks of full light")] double Threshold = 2) : ISpikeModel
{
    public SpikeModel Sensor => SpikeModel.IntegrateAndFire(Threshold);
}
