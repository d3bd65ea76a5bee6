namespace SpikeData.Pipelines;

/// <summary>The noise of the SpikeReveal data: extra spikes in each pixel, about 140 ticks apart, with normally distributed gaps.</summary>
[Variant("inherent")]
public sealed record InherentNoise : ISpikeNoise;
