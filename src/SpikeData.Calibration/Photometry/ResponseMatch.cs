namespace SpikeData.Calibration;

/// <summary>Fits how codes of pictures follow from rates of spikes.</summary>
public static class ResponseMatch
{
    /// <summary>Codes near the ends may stand for any light beyond them.</summary>
    const int Darkest = 3, Brightest = 250;

    const int FewestPixels = 20, FewestCodes = 8;
    const double LeastGamma = 0.2, MostGamma = 3;

    /// <param name="pixels">The code of a picture's pixel on the spike camera's grid, and how often the spike pixel fired per tick during the exposure.</param>
    /// <returns>The curve; null where fewer than eight codes occur often enough.</returns>
    public static ResponseFit? Fit(IEnumerable<(byte Code, double Rate)> pixels)
    {
        double[] sums = new double[256];
        int[] counts = new int[256];
        foreach ((byte code, double rate) in pixels)
        {
            sums[code] += rate;
            counts[code]++;
        }

        // The mean rate of a code is free of the noise of counts; the mean code of a rate would not be.
        (double Code, double Rate)[] curve = [.. Enumerable.Range(Darkest, Brightest - Darkest)
            .Where(code => counts[code] >= FewestPixels).Select(code => (code / 255.0, sums[code] / counts[code]))];
        if (curve.Length < FewestCodes) return null;
        double low = LeastGamma, high = MostGamma;
        for (int step = 0; step < 60; step++)
        {
            double left = low + (high - low) * 0.382, right = low + (high - low) * 0.618;
            if (Line(curve, left).Explained >= Line(curve, right).Explained) high = right;
            else low = left;
        }

        ResponseFit fit = Line(curve, (low + high) / 2);
        return fit.Gain > 0 ? fit with { Levels = [.. curve.Select(level => new Point2(level.Rate, level.Code))] } : null;
    }

    /// <summary>The best black level and gain for a gamma.</summary>
    static ResponseFit Line((double Code, double Rate)[] curve, double gamma)
    {
        double x = 0, y = 0, xx = 0, xy = 0, yy = 0, count = curve.Length;
        foreach ((double code, double rate) in curve)
        {
            double power = rate <= 0 ? 0 : Math.Pow(rate, gamma);
            (x, y, xx, xy, yy) = (x + power, y + code, xx + power * power, xy + power * code, yy + code * code);
        }

        double spread = xx - x * x / count, common = xy - x * y / count, codes = yy - y * y / count;
        double gain = spread > 0 ? common / spread : 0;
        return new((y - gain * x) / count, gain, gamma, spread > 0 && codes > 0 ? common * common / (spread * codes) : 0);
    }
}
