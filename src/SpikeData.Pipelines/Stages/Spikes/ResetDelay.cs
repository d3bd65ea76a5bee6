using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A pixel that fired misses some of the light of the next tick.</summary>
/// <param name="Loss">The share it misses.</param>
[Variant("reset-delay")]
public sealed record ResetDelay([Range(0, 0.2)] double Loss = 0.002) : ISensorFlaw
{
    public SensorFlaws AddTo(SensorFlaws others) => others with { ResetLoss = Loss };
}
