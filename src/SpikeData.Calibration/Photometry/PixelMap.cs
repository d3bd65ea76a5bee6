namespace SpikeData.Calibration;

/// <summary>One number for each spike pixel, and how far it can be trusted.</summary>
/// <param name="Values">[height, width], the highest row first.</param>
/// <param name="Error">The standard error of one value, from how two halves of the recording disagree.</param>
/// <param name="Confidence">From 0 to 1: the share of what sets pixels apart that is their own and would be found again; the rest is chance.</param>
public sealed record PixelMap(double[] Values, double Error, double Confidence)
{
    public double Mean => Values.Average();

    /// <summary>The standard deviation over the pixels.</summary>
    public double Spread
    {
        get
        {
            double mean = Mean;
            return Math.Sqrt(Values.Average(value => (value - mean) * (value - mean)));
        }
    }

    /// <summary>The mean of two maps of the same pixels that were found apart, and how far they agree.</summary>
    public static PixelMap Of(double[] first, double[] second)
    {
        double half = 0, meanFirst = first.Average(), meanSecond = second.Average(), ab = 0, aa = 0, bb = 0;
        for (int pixel = 0; pixel < first.Length; pixel++)
        {
            (double a, double b) = (first[pixel] - meanFirst, second[pixel] - meanSecond);
            (ab, aa, bb) = (ab + a * b, aa + a * a, bb + b * b);
            half += (first[pixel] - second[pixel]) * (first[pixel] - second[pixel]);
        }

        double agreement = aa * bb > 0 ? Math.Max(0, ab / Math.Sqrt(aa * bb)) : 0;
        // Spearman and Brown: two halves together are more reliable than each.
        return new([.. first.Zip(second, (a, b) => (a + b) / 2)], Math.Sqrt(half / first.Length) / 2, 2 * agreement / (1 + agreement));
    }
}
