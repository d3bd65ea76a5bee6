namespace SpikeData.Imaging;

/// <summary>The bell curve of mean 0 and deviation 1, by sums, products and quotients alone: the same bits on every machine.</summary>
/// <remarks>The library's Exp and Log may differ in their last bit between systems, and one bit here is another spike there.</remarks>
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

    static double Density(double z) => DensityAtZero * Exp(-z * z / 2);

    static double Exp(double exponent)
    {
        double small = exponent / 1024, term = 1, power = 1;
        for (int order = 1; order <= 10; order++)
        {
            term *= small / order;
            power += term;
        }

        for (int squaring = 0; squaring < 10; squaring++) power *= power;
        return power;
    }
}
