namespace SpikeData.Imaging;

/// <summary>Which row of a recording's frames comes first, told by a picture of the same scene: upside down the spikes look less like it.</summary>
/// <remarks>Nothing in the bits tells the two orders apart, and scenes are not always brighter above. Both are compared over 20x32 parts, so that a camera beside the spike camera will do.</remarks>
/// <param name="Rows">The order that looks more like the picture.</param>
/// <param name="Likeness">The correlation with it.</param>
/// <param name="OtherLikeness">The correlation with the other order.</param>
public sealed record RowOrderMatch(RowOrder Rows, double Likeness, double OtherLikeness)
{
    const int PartsDown = 20, PartsAcross = 32;

    /// <summary>From 0 to 1: by how much the two differ, of the most they could.</summary>
    public double Confidence => Math.Clamp((Likeness - OtherLikeness) / (1 - Math.Min(0, OtherLikeness)), 0, 1) * Math.Clamp(Likeness, 0, 1);

    /// <summary>Compares the counts of a recording's middle ticks with a picture.</summary>
    /// <param name="statistics">The counts, read in the order <paramref name="rows"/>.</param>
    /// <param name="rows">The order in which they were read.</param>
    /// <param name="gray">[height, width] bytes of a picture of the scene, of any size.</param>
    /// <param name="height">Rows of the picture.</param>
    /// <param name="width">Columns of the picture.</param>
    public static RowOrderMatch Of(RecordingStatistics statistics, RowOrder rows, ReadOnlySpan<byte> gray, int height, int width)
    {
        double[] spikes = Parts(statistics.ToGray(), statistics.Height, statistics.Width), picture = Parts(gray, height, width);
        double[] turned = [.. Enumerable.Range(0, spikes.Length).Select(part => spikes[(PartsDown - 1 - part / PartsAcross) * PartsAcross + part % PartsAcross])];
        (double asRead, double other) = (Correlation(spikes, picture), Correlation(turned, picture));
        RowOrder otherRows = rows == RowOrder.BottomUp ? RowOrder.TopDown : RowOrder.BottomUp;
        return asRead >= other ? new(rows, asRead, other) : new(otherRows, other, asRead);
    }

    static double[] Parts(ReadOnlySpan<byte> gray, int height, int width)
    {
        double[] sums = new double[PartsDown * PartsAcross];
        int[] counts = new int[sums.Length];
        for (int pixel = 0; pixel < gray.Length; pixel++)
        {
            int part = pixel / width * PartsDown / height * PartsAcross + pixel % width * PartsAcross / width;
            sums[part] += gray[pixel];
            counts[part]++;
        }

        return [.. sums.Zip(counts, (sum, count) => sum / Math.Max(1, count))];
    }

    static double Correlation(double[] first, double[] second)
    {
        (double a, double b) = (first.Average(), second.Average());
        double common = first.Zip(second, (x, y) => (x - a) * (y - b)).Sum(), spread = first.Sum(x => (x - a) * (x - a)) * second.Sum(y => (y - b) * (y - b));
        return spread > 0 ? common / Math.Sqrt(spread) : 0;
    }
}
