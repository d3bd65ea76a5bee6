using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Pixels differ, always in the same way.</summary>
/// <param name="Gain">How much they differ in what they make of light.</param>
/// <param name="Threshold">How much they differ in the threshold at which they fire.</param>
/// <param name="Serial">Which sensor of the kind it is; its pixels are the same in all its recordings, whatever the seed.</param>
[Variant("fixed-pattern")]
public sealed record FixedPattern(
    [Range(0, 0.2)] double Gain = 0.0577,
    [Range(0, 0.2)] double Threshold = 0.0456,
    [Range(0, int.MaxValue)] int Serial = 0) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { GainPattern = Gain, ThresholdPattern = Threshold, Serial = Serial };
}
