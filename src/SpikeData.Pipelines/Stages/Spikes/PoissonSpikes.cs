using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Noise without memory: in each tick each pixel fires with the same small probability.</summary>
/// <param name="MeanGap">Ticks from one noise spike of a pixel to its next, on average.</param>
[Variant("poisson")]
public sealed record PoissonSpikes([Range(2, 1_000_000, Unit = "ticks")] double MeanGap = 140) : ISpikeNoise
{
    public SpikeNoise? Spikes => new PoissonNoise(MeanGap);
}
