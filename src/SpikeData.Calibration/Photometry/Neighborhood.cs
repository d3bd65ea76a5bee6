namespace SpikeData.Calibration;

/// <summary>The pixels around each pixel of a sensor.</summary>
/// <param name="height">Rows of the sensor.</param>
/// <param name="width">Columns of the sensor.</param>
sealed class Neighborhood(int height, int width)
{
    /// <summary>The pixels at most so many rows and columns away, itself left out.</summary>
    public IEnumerable<int> Of(int pixel, int reach = 1)
    {
        (int row, int column) = Math.DivRem(pixel, width);
        for (int y = Math.Max(0, row - reach); y <= Math.Min(height - 1, row + reach); y++)
            for (int x = Math.Max(0, column - reach); x <= Math.Min(width - 1, column + reach); x++)
                if (y != row || x != column) yield return y * width + x;
    }

    /// <summary>The nearest pixel that is not among some, the upper left one of several at one distance; itself where there is none in reach.</summary>
    public int Sound(int pixel, IReadOnlySet<int> bad)
    {
        const int Reach = 8;
        (int row, int column) = Math.DivRem(pixel, width);
        int[] sound = [.. Of(pixel, Reach).Where(other => !bad.Contains(other))];
        return sound.Length == 0 ? pixel : sound.MinBy(other =>
        {
            (int y, int x) = Math.DivRem(other, width);
            return (y - row) * (y - row) + (x - column) * (x - column);
        });
    }

    public static double Median(IEnumerable<double> numbers)
    {
        double[] sorted = [.. numbers.Order()];
        return sorted.Length == 0 ? double.NaN : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
