namespace SpikeData.Imaging;

/// <summary>Exponentials and logarithms by sums, products and quotients alone: the same bits on every machine.</summary>
/// <remarks>The library's own may differ in their last bit between systems, and one bit here is another spike there. Good to about 1e-13.</remarks>
static class ReproducibleMath
{
    const double Log2 = 0.6931471805599453;

    /// <summary>e to the exponent, for exponents from -700 to 700.</summary>
    public static double Exp(double exponent)
    {
        double small = exponent / 1024, term = 1, power = 1;
        for (int order = 1; order <= 12; order++)
        {
            term *= small / order;
            power += term;
        }

        for (int squaring = 0; squaring < 10; squaring++) power *= power;
        return power;
    }

    /// <summary>The natural logarithm of a positive number: with x = m 2^e, e log 2 + 2 artanh((m - 1) / (m + 1)).</summary>
    public static double Log(double number)
    {
        int exponent = Math.ILogB(number);
        double ratio = Math.ScaleB(number, -exponent), y = (ratio - 1) / (ratio + 1), power = y, sum = 0;
        for (int order = 1; order < 60; order += 2)
        {
            sum += power / order;
            power *= y * y;
        }

        return (exponent * Log2) + (2 * sum);
    }

    /// <summary>A positive number to a power.</summary>
    public static double Power(double number, double exponent) => Exp(exponent * Log(number));
}
