namespace SpikeData.Calibration;

/// <summary>Numbers that stand well along an axis.</summary>
static class RoundNumbers
{
    /// <summary>About so many multiples of 1, 2 or 5 times a power of ten.</summary>
    public static IEnumerable<double> Between(double low, double high, int about)
    {
        double step = Step(low, high, about);
        for (double multiple = Math.Ceiling(low / step - 1e-9); multiple * step <= high + step * 1e-9; multiple++) yield return multiple * step + 0.0; // No -0.
    }

    /// <summary>The next of these numbers below and above.</summary>
    public static (double Low, double High) Around(double low, double high, int about)
    {
        double step = Step(low, high, about);
        return (Math.Floor(low / step + 1e-9) * step, Math.Ceiling(high / step - 1e-9) * step);
    }

    static double Step(double low, double high, int about)
    {
        double rough = (high - low) / about, power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return power * (rough / power < 1.5 ? 1 : rough / power < 3.5 ? 2 : rough / power < 7.5 ? 5 : 10);
    }
}
