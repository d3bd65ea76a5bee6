using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Finds how long a shutter was open from the blur of moving things: which exposure of the spikes, C N_T / T, looks most like the pictures.</summary>
/// <remarks>
/// The S-SDM paper's gray exposure from spikes, B_g = C N_T / T, turned around: T is what maximizes the correlation of both sides over all pixels.
/// A count of spikes is off by up to one at either end, which weighs more the shorter T is and would draw the result to longer ones; the share of
/// the spread that this noise makes is taken out.
/// </remarks>
public static class ExposureMatch
{
    /// <summary>The variance that two unknown phases, one at either end of an exposure, give to a count of spikes.</summary>
    const double PhaseNoise = 1.0 / 6;

    /// <summary>The largest share of the spread that may be noise: of a few ticks it is most of what there is, and its share is not known that well.</summary>
    const double MostNoise = 0.02;

    /// <summary>Stands for the correlation with too few ticks.</summary>
    const double Unknown = -1;

    /// <param name="pictures">Gray pictures on the grid of the spike camera, and the moment in the middle of each one's exposure, in ticks.</param>
    /// <param name="recording">The spikes.</param>
    /// <param name="longest">The longest exposure that is tried, in ticks.</param>
    /// <param name="seen">The pixels to compare, row by row; all unless given.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE614: no picture has enough ticks around it.</exception>
    public static ExposureEstimate Find(IReadOnlyList<(GrayPicture Picture, double Middle)> pictures, SpikeRecording recording, int longest, int[]? seen = null)
    {
        seen ??= [.. Enumerable.Range(0, recording.Layout.Pixels)];
        (GrayPicture Picture, double Middle)[] inside = [.. pictures.Where(picture => picture.Middle >= longest / 2.0 && picture.Middle + longest / 2.0 <= recording.Ticks)];
        if (inside.Length == 0 || longest < 3) throw Errors.NoExposure(recording.Path, longest);
        double[][] curves = [.. inside.Select(picture => Cut(recording, picture.Picture, picture.Middle, longest)).AsParallel().AsOrdered().Select(cut => Correlations(cut, longest, seen))];
        double[] mean = Mean(curves);
        double found = Highest(mean);
        double[] without = curves.Length < 3 ? [] : [.. Enumerable.Range(0, curves.Length).Select(left => Highest(Mean([.. curves.Where((_, i) => i != left)])))];
        // The jackknife: leaving one picture out at a time moves the result as far as chance does.
        double error = without.Length == 0 ? double.NaN : Math.Sqrt(without.Sum(other => (other - without.Average()) * (other - without.Average())) * (curves.Length - 1) / curves.Length);
        return new(found, error, mean.Max(), inside.Length, [.. mean.Select((correlation, i) => new Point2(i + 1, correlation)).Where(point => point.Y > Unknown)]);
    }

    /// <summary>A picture and the ticks around its middle, which is counted from the first of them.</summary>
    static (GrayPicture Picture, SpikeStream Spikes, double Middle) Cut(SpikeRecording recording, GrayPicture picture, double middle, int longest)
    {
        long first = Math.Max(0, (long)Math.Floor(middle - longest / 2.0)), end = Math.Min(recording.Ticks, (long)Math.Ceiling(middle + longest / 2.0));
        return (picture, recording.Read(first, (int)(end - first)), middle - first);
    }

    /// <summary>The correlation of a picture with the spikes of 1, 2, 3 ... ticks around its middle, ticks at the ends counting in part.</summary>
    static double[] Correlations((GrayPicture Picture, SpikeStream Spikes, double Middle) cut, int longest, int[] seen)
    {
        (GrayPicture picture, SpikeStream spikes, double center) = cut;
        int pixels = spikes.Layout.Pixels;
        int low = Math.Clamp((int)Math.Ceiling(center - 0.5), 0, spikes.Ticks), high = low;
        float[] whole = new float[pixels], counts = new float[pixels];
        byte[] frame = new byte[pixels];
        double[] correlations = new double[longest];
        for (int ticks = 1; ticks <= longest; ticks++)
        {
            double from = center - ticks / 2.0, to = center + ticks / 2.0;
            while (low - 1 >= Math.Max(0, from)) Add(--low, 1, whole);
            while (high + 1 <= Math.Min(spikes.Ticks, to)) Add(high++, 1, whole);
            whole.CopyTo(counts, 0);
            if (low > 0) Add(low - 1, (float)(low - from), counts);
            if (high < spikes.Ticks) Add(high, (float)(to - high), counts);
            correlations[ticks - 1] = Correlation(picture.Pixels, counts, seen);
        }

        return correlations;

        void Add(int tick, float part, float[] sums)
        {
            spikes.Unpack(tick, frame);
            for (int pixel = 0; pixel < sums.Length; pixel++) sums[pixel] += part * frame[pixel];
        }
    }

    static double[] Mean(double[][] curves) => [.. Enumerable.Range(0, curves[0].Length).Select(i => curves.Any(curve => curve[i] == Unknown) ? Unknown : curves.Average(curve => curve[i]))];

    /// <summary>Where the parabola through the highest point and its neighbors is highest.</summary>
    static double Highest(double[] curve)
    {
        int best = Array.IndexOf(curve, curve.Max());
        if (best == 0 || best == curve.Length - 1 || curve[best - 1] == Unknown) return best + 1;
        double before = curve[best - 1], here = curve[best], after = curve[best + 1], bend = before - 2 * here + after;
        return best + 1 + (bend < 0 ? (before - after) / (2 * bend) : 0);
    }

    static double Correlation(byte[] gray, float[] counts, int[] seen)
    {
        double a = 0, b = 0, aa = 0, bb = 0, ab = 0, pixels = seen.Length;
        foreach (int pixel in seen)
        {
            double x = gray[pixel], y = counts[pixel];
            (a, b, aa, bb, ab) = (a + x, b + y, aa + x * x, bb + y * y, ab + x * y);
        }

        double spread = aa - a * a / pixels, counted = bb - b * b / pixels, noise = PhaseNoise * pixels;
        return spread > 0 && noise < MostNoise * counted ? (ab - a * b / pixels) / Math.Sqrt(spread * (counted - noise)) : Unknown;
    }
}
