using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>What a pixel sees strays from the light in a random walk, as in SpikingSIM.</summary>
/// <param name="Step">How far it strays in a tick.</param>
[Variant("diffusion")]
public sealed record Diffusion([Range(0, 0.2, Unit = "full light")] double Step = 0.0009) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { Diffusion = Step };
}
