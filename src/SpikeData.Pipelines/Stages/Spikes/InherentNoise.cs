using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The noise of the SpikeReveal data: extra spikes in each pixel, about 140 ticks apart, with normally distributed gaps.</summary>
/// <param name="MeanGap">Ticks from one noise spike of a pixel to its next.</param>
/// <param name="Deviation">The standard deviation of the gaps.</param>
[Variant("inherent")]
public sealed record InherentNoise(
    [Range(16, 1_000_000, Unit = "ticks")] double MeanGap = 140,
    [Range(0, 1_000_000, Unit = "ticks")] double Deviation = 50) : ISpikeNoise
{
    public SpikeNoise? Spikes => new QuasiPeriodicNoise(MeanGap, Deviation);
}
