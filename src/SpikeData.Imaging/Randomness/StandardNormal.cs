namespace SpikeData.Imaging;

/// <summary>The bell curve of mean 0 and deviation 1, the same bits on every machine.</summary>
static class StandardNormal
{
    const double DensityAtZero = 0.3989422804014327;

    /// <summary>The value that a draw stays below with the given probability, between 1e-7 and 1 - 1e-7.</summary>
    public static double Quantile(double probability)
    {
        if (probability < 0.5) return -Quantile(1 - probability);
        double z = 0;
        // The curve is concave here, so Newton's steps rise to the quantile and never pass it.
        for (int step = 0; step < 40; step++) z += (probability - Probability(z)) / Density(z);
        return z;
    }

    /// <summary>The probability that a draw stays below z, for z between 0 and 6: 1/2 + density x (z + z^3/3 + z^5/15 + ...).</summary>
    static double Probability(double z)
    {
        double term = z, sum = z;
        for (int factor = 3; factor < 160; factor += 2)
        {
            term *= z * z / factor;
            sum += term;
        }

        return 0.5 + Density(z) * sum;
    }

    public static double Density(double z) => DensityAtZero * ReproducibleMath.Exp(-z * z / 2);
}
