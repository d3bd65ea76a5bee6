namespace SpikeData.Calibration;

/// <summary>How well a clock explains what pictures show by what ticks show: their correlation over all pictures that the ticks cover, whatever the tone curve.</summary>
/// <param name="signal">What both cameras measured.</param>
sealed class ClockMatch(SharedSignal signal)
{
    public const int FewestPictures = 8;

    /// <summary>The pictures that count: all, or every n-th one, so that the spread of several estimates tells their error.</summary>
    public (int Every, int From) Part { get; init; } = (1, 0);

    /// <summary>
    /// The correlation of the pictures with the better of what a + b q + c q^2 and a + b q + c sqrt(q) make of the ticks, so that gain, black level and tone
    /// curve of the camera do not matter: one of the two follows any gamma; below 0 where one falls when the other rises, -1 where too few pictures are covered.
    /// </summary>
    /// <remarks>It is less the fewer pictures it rests on (the adjusted R^2): otherwise eight that agree by chance would beat a hundred that do so truly.</remarks>
    public double Correlation(PictureClock clock) => Correlation(clock, middle => signal.Predict(middle, clock));

    /// <inheritdoc cref="Correlation(PictureClock)"/>
    /// <param name="clock">The clock.</param>
    /// <param name="predict">What the ticks give for a picture with this middle.</param>
    public double Correlation(PictureClock clock, Func<double, double> predict)
    {
        (int first, int last) = signal.Covered(clock);
        if (last - first + 1 < Fewest(clock)) return -1;
        List<(double Picture, double Ticks)> pairs = new(last - first + 1);
        for (int picture = first + (Part.From - first % Part.Every + Part.Every) % Part.Every; picture <= last; picture += Part.Every)
            pairs.Add((signal.Pictures[picture], predict(clock.Middle(picture))));
        (double squared, double sign) = Explained(pairs, ticks => ticks * ticks);
        (double rooted, _) = Explained(pairs, ticks => Math.Sqrt(Math.Max(0, ticks)));
        if (double.IsNaN(squared)) return -1;
        double count = pairs.Count;
        return sign * Math.Sqrt(Math.Clamp(1 - (1 - Math.Max(squared, rooted)) * (count - 1) / Math.Max(1, count - 3), 0, 1));
    }

    /// <summary>The share of the pictures' spread that a + b q + c bend(q) explains, and whether they rise with q; not a number where nothing changes.</summary>
    static (double Share, double Sign) Explained(List<(double Picture, double Ticks)> pairs, Func<double, double> bend)
    {
        double count = pairs.Count, p = 0, q = 0, r = 0, pp = 0, qq = 0, rr = 0, pq = 0, pr = 0, qr = 0;
        foreach ((double x, double y) in pairs)
        {
            double z = bend(y);
            (p, q, r) = (p + x, q + y, r + z);
            (pp, qq, rr) = (pp + x * x, qq + y * y, rr + z * z);
            (pq, pr, qr) = (pq + x * y, pr + x * z, qr + y * z);
        }

        (pp, qq, rr) = (pp - p * p / count, qq - q * q / count, rr - r * r / count);
        (pq, pr, qr) = (pq - p * q / count, pr - p * r / count, qr - q * r / count);
        if (pp < 1e-12 * count || qq < 1e-12 * count) return (double.NaN, 0);
        double determinant = qq * rr - qr * qr;
        return ((determinant > 1e-9 * qq * rr ? (pq * pq * rr - 2 * pq * pr * qr + pr * pr * qq) / determinant : pq * pq / qq) / pp, Math.Sign(pq));
    }

    /// <summary>Half of the pictures that could be covered: a clock by which hardly any was recorded explains nothing.</summary>
    int Fewest(PictureClock clock) => Math.Max(FewestPictures, (int)Math.Min(signal.Pictures.Count, signal.Ticks / clock.TicksPerPicture) / 2);
}
