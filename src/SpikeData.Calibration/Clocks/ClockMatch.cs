namespace SpikeData.Calibration;

/// <summary>How well a clock explains the brightness of pictures by that of ticks: their correlation over all pictures that the ticks cover, whatever the tone curve.</summary>
/// <param name="pictures">One number for each picture.</param>
/// <param name="ticks">The signal of the spike camera.</param>
sealed class ClockMatch(double[] pictures, TickSums ticks)
{
    public const int FewestPictures = 8;

    /// <summary>
    /// The correlation of the pictures with what a + b q + c q^2 makes of the ticks, so that gain, black level and tone curve of the camera do not matter;
    /// below 0 where one falls when the other rises, -1 where too few pictures are covered.
    /// </summary>
    public double Correlation(PictureClock clock)
    {
        (int first, int last) = Range(clock);
        int count = last - first + 1;
        if (count < Math.Max(FewestPictures, pictures.Length / 2)) return -1;
        double p = 0, q = 0, r = 0, pp = 0, qq = 0, rr = 0, pq = 0, pr = 0, qr = 0;
        for (int picture = first; picture <= last; picture++)
        {
            double middle = clock.Middle(picture), x = pictures[picture], y = ticks.Mean(middle - clock.ExposureTicks / 2, middle + clock.ExposureTicks / 2), z = y * y;
            (p, q, r) = (p + x, q + y, r + z);
            (pp, qq, rr) = (pp + x * x, qq + y * y, rr + z * z);
            (pq, pr, qr) = (pq + x * y, pr + x * z, qr + y * z);
        }

        (pp, qq, rr) = (pp - p * p / count, qq - q * q / count, rr - r * r / count);
        (pq, pr, qr) = (pq - p * q / count, pr - p * r / count, qr - q * r / count);
        double determinant = qq * rr - qr * qr;
        if (pp < 1e-12 * count || qq < 1e-12 * count) return -1;
        double explained = determinant > 1e-9 * qq * rr ? (pq * pq * rr - 2 * pq * pr * qr + pr * pr * qq) / determinant : pq * pq / qq;
        return Math.Sign(pq) * Math.Sqrt(Math.Clamp(explained / pp, 0, 1));
    }

    (int First, int Last) Range(PictureClock clock)
    {
        double half = clock.ExposureTicks / 2;
        double first = Math.Ceiling((half - clock.FirstMiddle) / clock.TicksPerPicture), last = Math.Floor((ticks.Ticks - half - clock.FirstMiddle) / clock.TicksPerPicture);
        return ((int)Math.Clamp(first, 0, pictures.Length), (int)Math.Clamp(last, -1, pictures.Length - 1));
    }
}
