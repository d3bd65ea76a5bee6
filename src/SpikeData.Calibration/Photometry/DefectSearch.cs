namespace SpikeData.Calibration;

/// <summary>Finds the spike pixels that fire without light, or not in spite of it.</summary>
static class DefectSearch
{
    /// <summary>How many robust standard deviations beyond what is usual a pixel must lie.</summary>
    const double Deviations = 8;

    /// <summary>A pixel that fires less than this share of what its neighbors do is dead.</summary>
    const double DeadShare = 0.2;

    /// <summary>The least share of the parts in which a pixel must stand out.</summary>
    const double LeastConfidence = 0.3;

    /// <summary>Hot pixels in a recording without light: those far above what pixels fire in the dark.</summary>
    public static IEnumerable<PixelDefect> Hot(PixelRates dark) => Standing(dark, 1, DefectKind.Hot, rates =>
    {
        double usual = Neighborhood.Median(rates), spread = Spread(rates.Select(rate => rate - usual), usual);
        return (_, rate) => rate > usual + Math.Max(Deviations * spread, 0.002);
    });

    /// <summary>Dead pixels in a recording of even light: those that hardly fire.</summary>
    public static IEnumerable<PixelDefect> Dead(PixelRates flat) => Standing(flat, 1, DefectKind.Dead, rates =>
    {
        double usual = Neighborhood.Median(rates);
        return (_, rate) => rate < DeadShare * usual;
    });

    /// <summary>Both in recordings of scenes: pixels that always stand out from all eight neighbors by more than pixels usually do.</summary>
    /// <remarks>A small bright spot of a scene looks like a hot pixel until another scene is seen: n scenes count for n / (n + 1).</remarks>
    public static IEnumerable<PixelDefect> InScenes(IReadOnlyList<PixelRates> scenes)
    {
        Neighborhood around = new(scenes[0].Height, scenes[0].Width);
        double weight = scenes.Count / (scenes.Count + 1.0);
        var found = scenes.SelectMany(scene => new[] { DefectKind.Hot, DefectKind.Dead }.SelectMany(kind => Standing(scene, weight / scenes.Count, kind, rates => Outlying(rates, around, kind))));
        return found.GroupBy(defect => (defect.X, defect.Y, defect.Kind))
            .Select(group => new PixelDefect(group.Key.X, group.Key.Y, group.Key.Kind, group.Average(defect => defect.Rate), group.Sum(defect => defect.Confidence)))
            .Where(defect => defect.Confidence >= LeastConfidence);
    }

    static Func<int, double, bool> Outlying(double[] rates, Neighborhood around, DefectKind kind)
    {
        double[][] neighbors = [.. Enumerable.Range(0, rates.Length).Select(pixel => around.Of(pixel).Select(other => rates[other]).ToArray())];
        double spread = Spread(rates.Select((rate, pixel) => rate - Neighborhood.Median(neighbors[pixel])), Neighborhood.Median(rates));
        return kind == DefectKind.Hot
            ? (pixel, rate) => rate > neighbors[pixel].Max() + Deviations * spread && rate > 1.5 * neighbors[pixel].Max()
            : (pixel, rate) => rate < neighbors[pixel].Min() - Deviations * spread && rate < DeadShare * neighbors[pixel].Min();
    }

    /// <summary>The pixels that stand out, each with the share of parts in which it does, times a weight.</summary>
    static IEnumerable<PixelDefect> Standing(PixelRates rates, double weight, DefectKind kind, Func<double[], Func<int, double, bool>> rule)
    {
        Func<int, double, bool>[] rules = [.. rates.Parts.Select(rule)];
        double[] whole = rates.Whole;
        for (int pixel = 0; pixel < whole.Length; pixel++)
        {
            double share = rates.Parts.Select((part, i) => rules[i](pixel, part[pixel]) ? 1.0 : 0).Average();
            if (share > 0.5) yield return new(pixel % rates.Width, pixel / rates.Width, kind, whole[pixel], weight * share);
        }
    }

    /// <summary>The robust standard deviation, from the median distance; never less than a thousandth of what is usual, so that equal pixels have one too.</summary>
    static double Spread(IEnumerable<double> differences, double usual) =>
        Math.Max(1.4826 * Neighborhood.Median(differences.Select(Math.Abs)), Math.Max(1e-5, usual / 1000));
}
