namespace SpikeData.Pipelines;

/// <summary>How many samples a clip gives, by its length alone: exposures of which it holds what every product needs.</summary>
static class SampleCount
{
    /// <summary>Margins may reach over many exposures.</summary>
    const int MostBefore = 1_000_000;

    /// <param name="samples">What is recorded.</param>
    /// <param name="frames">How many frames the clip has, those made up included.</param>
    public static int Of(Samples samples, int frames) => Exposures(samples, frames).Count(exposure => IsSample(samples, frames, exposure));

    /// <summary>The fewest frames that give one; null where no number does.</summary>
    public static int? Needed(Samples samples)
    {
        int first = Exposures(samples, int.MaxValue).Take(MostBefore).FirstOrDefault(exposure => IsSample(samples, int.MaxValue, exposure), -1);
        if (first < 0) return null;
        int tooFew = 0, enough = int.MaxValue;
        while (enough - tooFew > 1)
        {
            int middle = tooFew + ((enough - tooFew) / 2);
            if (IsSample(samples, middle, first)) enough = middle;
            else tooFew = middle;
        }

        return enough;
    }

    static IEnumerable<int> Exposures(Samples samples, int frames)
    {
        int period = samples.Products.Max(product => product.Exposures.Period);
        return Enumerable.Range(0, (frames / period) + (frames == int.MaxValue ? 0 : 1));
    }

    static bool IsSample(Samples samples, int frames, int exposure) => samples.Products.All(product => product.IsWithin(frames, exposure));
}
