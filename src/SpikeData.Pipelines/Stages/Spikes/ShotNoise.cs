using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Light comes in photons, whose number scatters by its square root.</summary>
/// <param name="Photons">How many make a tick of full light.</param>
[Variant("shot-noise")]
public sealed record ShotNoise([Range(100, 1_000_000_000, Unit = "photons")] int Photons = 50_000) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { Photons = Photons };
}
