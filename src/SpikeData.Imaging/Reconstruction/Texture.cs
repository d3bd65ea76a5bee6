namespace SpikeData.Imaging;

/// <summary>Pictures from spikes: gray bytes [height, width] from counts (TFP), intervals (TFI) or synapses (TFSTP).</summary>
/// <remarks>TFP and TFI: Zhu, Dong, Huang, Tian, "A retina-inspired sampling method for visual texture reconstruction" (ICME 2019).</remarks>
public static class Texture
{
    /// <summary>Texture from playback: 255 x the share of ticks in which a pixel fired, rounded down.</summary>
    public static byte[] FromPlayback(SpikeBlock spikes, int first, int ticks) =>
        Array.ConvertAll(spikes.Count(first, ticks), count => (byte)(255L * count / ticks));

    /// <summary>Texture from intervals: 255 / the ticks between the spikes around a moment, rounded down.</summary>
    /// <param name="spikes">The recording.</param>
    /// <param name="tick">The moment; an interval reaches from a spike at or before it to one after it.</param>
    /// <param name="reach">How many ticks are searched on either side; a pixel without a spike in reach counts as twice the reach.</param>
    public static byte[] FromInterval(SpikeBlock spikes, int tick, int reach) =>
        Array.ConvertAll(spikes.Interval(tick, reach, 2 * reach), interval => (byte)(255 / interval));

    /// <summary>Texture from short-term plasticity (TFSTP): the rates a filter has learned so far, stretched and equalized.</summary>
    public static byte[] FromPlasticity(PlasticityFilter filter) => Histogram.Equalize(Histogram.Stretch(filter.Rates()));
}
