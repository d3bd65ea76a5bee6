namespace SpikeData.Imaging;

/// <summary>Pictures from spikes: gray bytes [height, width] from counts (TFP), intervals (TFI, DSFT) or synapses (TFSTP).</summary>
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

    /// <summary>Texture from firing times (DSFT): 255 / the mean length of the interval a moment lies in and its neighbors, rounded down.</summary>
    /// <param name="spikes">The recording; before its first spike an interval begins with it, behind the last one it ends with it.</param>
    /// <param name="tick">The moment.</param>
    /// <param name="preceding">Whether the interval before is taken too.</param>
    /// <param name="following">Whether the interval after is taken too.</param>
    public static byte[] FromFiringTimes(SpikeBlock spikes, int tick, bool preceding = false, bool following = false)
    {
        int intervals = 1 + (preceding ? 1 : 0) + (following ? 1 : 0);
        ReadOnlySpan<int> times = spikes.FiringTimes(preceding, following).AsSpan(tick * spikes.Pixels, spikes.Pixels);
        byte[] picture = new byte[spikes.Pixels];
        for (int pixel = 0; pixel < picture.Length; pixel++) picture[pixel] = (byte)(255 * intervals / times[pixel]);
        return picture;
    }

    /// <summary>Texture from short-term plasticity (TFSTP): the rates a filter has learned so far, stretched and equalized.</summary>
    public static byte[] FromPlasticity(PlasticityFilter filter) => Histogram.Equalize(Histogram.Stretch(filter.Rates()));
}
