using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The threshold of a pixel differs from tick to tick.</summary>
/// <param name="Deviation">By how much, as a share of the threshold.</param>
[Variant("threshold-noise")]
public sealed record ThresholdNoise([Range(0, 0.2)] double Deviation = 0.00582) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { ThresholdNoise = Deviation };
}
