namespace SpikeData.Calibration;

/// <summary>Finds how much each spike pixel answers to light compared with the usual one.</summary>
/// <param name="dark">What pixels fire in the dark, taken off where it is known.</param>
/// <param name="defects">Pixels that are given the usual answer, since their own means nothing.</param>
sealed class FlatField(PixelMap? dark, IReadOnlySet<int> defects)
{
    /// <summary>The fewest different scenes whose mean is taken for even light in the small.</summary>
    public const int FewestScenes = 4;

    /// <summary>How far around a pixel the mean of scenes is taken for even.</summary>
    const int Reach = 2;

    /// <summary>From a recording of even light.</summary>
    public PixelMap Of(PixelRates flat) => PixelMap.Of(AgainstAll(flat.Half(0)), AgainstAll(flat.Half(1)));

    /// <summary>From recordings of different scenes: what is left of their mean when that of the pixels around is divided out. Shading over many pixels is not seen.</summary>
    public PixelMap OfScenes(IReadOnlyList<PixelRates> scenes)
    {
        return PixelMap.Of(Mean(0), Mean(1));

        double[] Mean(int which)
        {
            double[][] some = [.. scenes.Where((_, i) => i % 2 == which).Select(scene => scene.Whole)];
            return AgainstNeighbors([.. Enumerable.Range(0, some[0].Length).Select(pixel => some.Average(rates => rates[pixel]))], new(scenes[0].Height, scenes[0].Width));
        }
    }

    double[] AgainstAll(double[] rates)
    {
        double[] light = Light(rates);
        double usual = Neighborhood.Median(light.Where((_, pixel) => !defects.Contains(pixel)));
        return [.. light.Select((level, pixel) => Share(level, usual, pixel))];
    }

    double[] AgainstNeighbors(double[] rates, Neighborhood around)
    {
        double[] light = Light(rates);
        return [.. light.Select((level, pixel) => Share(level, Neighborhood.Median(around.Of(pixel, Reach).Where(other => !defects.Contains(other)).Select(other => light[other])), pixel))];
    }

    double[] Light(double[] rates) => dark is null ? rates : [.. rates.Zip(dark.Values, (rate, own) => Math.Max(0, rate - own))];

    double Share(double level, double usual, int pixel) => defects.Contains(pixel) || !(usual > 0) ? 1 : level / usual;
}
