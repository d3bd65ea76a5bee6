namespace SpikeData.Calibration;

/// <summary>Finds a picture camera's clock from a signal that both cameras saw.</summary>
/// <param name="TicksPerPicture">The ratio of the two nominal rates.</param>
/// <param name="ExposureTicks">About how long the shutter is open; half the time between pictures unless known.</param>
/// <param name="MostDrift">How far the true ratio of the rates may be from the nominal one, as a share.</param>
/// <param name="EstimateExposure">Whether the exposure is sought too, or known.</param>
public sealed record ClockSearch(double TicksPerPicture, double? ExposureTicks = null, double MostDrift = 1e-3, bool EstimateExposure = true)
{
    const double LeastCorrelation = 0.5, Finest = 1e-3;

    /// <summary>Into how many parts pictures are divided, every fourth one each, to see how far they agree.</summary>
    const int Parts = 4;

    /// <param name="signal">What both cameras measured.</param>
    /// <param name="file">The pictures' folder, for messages.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE613: too few pictures, or the two signals have nothing in common.</exception>
    public ClockEstimate Find(SharedSignal signal, string file)
    {
        double exposure = ExposureTicks ?? TicksPerPicture / 2;
        ClockMatch match = new(signal);
        if (signal.Pictures.Count < ClockMatch.FewestPictures || signal.Ticks < exposure) throw Errors.NoClock(file, signal, double.NaN);
        Point3[] coarse = Coarse(match, signal, exposure);
        if (coarse.Length == 0) throw Errors.NoClock(file, signal, double.NaN);
        Point3 start = coarse.MaxBy(point => point.Y);
        PictureClock best = Climb(match, new(start.X, start.Z, exposure), signal);
        double correlation = match.Correlation(best);
        if (correlation < LeastCorrelation) throw Errors.NoClock(file, signal, correlation);
        // Near the best moment neighbors are good as well; only others rival it.
        double rival = coarse.Where(point => Math.Abs(point.X - best.FirstMiddle) > best.ExposureTicks + best.TicksPerPicture / 2).Select(point => point.Y).DefaultIfEmpty(0).Max();
        double confidence = Math.Clamp((correlation - Math.Max(0, rival)) / correlation, 0, 1);
        return new(best, correlation, confidence, Disagreement(best, signal), [.. coarse.Select(point => new Point2(point.X, point.Y))]);
    }

    /// <summary>Tries every moment of picture 0, an eighth of the exposure apart, each with some drifts.</summary>
    /// <returns>The moment, the best correlation there, and the ticks from picture to picture that give it.</returns>
    Point3[] Coarse(ClockMatch match, SharedSignal signal, double exposure)
    {
        double step = Math.Max(1, exposure / 8), length = (signal.Pictures.Count - 1) * TicksPerPicture, common = Math.Min(length, signal.Ticks);
        int drifts = (int)Math.Ceiling(MostDrift * common / (exposure / 2));
        double[] table = Table(signal, exposure);
        Point3[] found = new Point3[(int)Math.Ceiling((signal.Ticks + length) / step)];
        Parallel.For(0, found.Length, moment =>
        {
            double first = moment * step - length;
            found[moment] = new(first, -1, TicksPerPicture);
            for (int drift = -drifts; drift <= drifts; drift++)
            {
                double period = TicksPerPicture * (1 + (drifts == 0 ? 0 : MostDrift * drift / drifts));
                // What drifts turns about the middle of what both recorded, so that one moment stands for one offset whatever the drift.
                double middle = (Math.Max(0, first) + Math.Min(signal.Ticks, first + length)) / 2, start = middle - (middle - first) * period / TicksPerPicture;
                double correlation = match.Correlation(new(start, period, exposure), at => table[Math.Clamp((int)at, 0, table.Length - 1)]);
                if (correlation > found[moment].Y) found[moment] = new(start, correlation, period);
            }
        });
        return [.. found.Where(point => point.Y > -1)];
    }

    /// <summary>What the ticks give for a picture at each of them, at the nominal rate.</summary>
    double[] Table(SharedSignal signal, double exposure)
    {
        PictureClock nominal = new(0, TicksPerPicture, exposure);
        double first = exposure / 2, last = signal.Ticks - exposure / 2 - signal.PicturesAhead * TicksPerPicture;
        double[] table = new double[signal.Ticks];
        if (last >= first) Parallel.For(0, table.Length, tick => table[tick] = signal.Predict(Math.Clamp(tick + 0.5, first, last), nominal));
        return table;
    }

    /// <summary>Climbs in smaller and smaller steps of the moment, the rate and the exposure.</summary>
    PictureClock Climb(ClockMatch match, PictureClock clock, SharedSignal signal)
    {
        (int first, int last) = signal.Covered(clock);
        double middle = (first + last) / 2.0, reach = Math.Max(1, (last - first) / 2.0), step = clock.ExposureTicks / 4, highest = match.Correlation(clock);
        while (step > Finest)
        {
            bool climbed = false;
            foreach (PictureClock neighbor in Neighbors(clock, step, middle, reach))
            {
                double correlation = match.Correlation(neighbor);
                if (correlation <= highest) continue;
                (clock, highest, climbed) = (neighbor, correlation, true);
            }

            if (!climbed) step /= 2;
        }

        return clock;
    }

    IEnumerable<PictureClock> Neighbors(PictureClock clock, double step, double middle, double reach)
    {
        foreach (double way in new[] { -step, step })
        {
            yield return clock with { FirstMiddle = clock.FirstMiddle + way };
            double turn = way / reach, period = clock.TicksPerPicture + turn;
            // Turning about the middle picture leaves its moment alone.
            if (Math.Abs(period / TicksPerPicture - 1) <= MostDrift) yield return clock with { TicksPerPicture = period, FirstMiddle = clock.FirstMiddle - turn * middle };
            double exposure = clock.ExposureTicks + way;
            if (!EstimateExposure || exposure < 1 || exposure > TicksPerPicture) continue;
            yield return clock with { ExposureTicks = exposure };
            // The shutter opens or closes at another moment, while its other end stays.
            yield return clock with { ExposureTicks = exposure, FirstMiddle = clock.FirstMiddle - way / 2 };
            yield return clock with { ExposureTicks = exposure, FirstMiddle = clock.FirstMiddle + way / 2 };
        }
    }

    /// <summary>How far estimates from every fourth picture alone lie apart, as the standard error of the one from all.</summary>
    double Disagreement(PictureClock best, SharedSignal signal)
    {
        (int first, int last) = signal.Covered(best);
        if (last - first + 1 < Parts * ClockMatch.FewestPictures) return double.NaN;
        double middle = (first + last) / 2.0;
        double[] moments = [.. Enumerable.Range(0, Parts).AsParallel().AsOrdered().Select(part => Climb(new(signal) { Part = (Parts, part) }, best, signal).Middle(middle))];
        double mean = moments.Average();
        return Math.Sqrt(moments.Sum(moment => (moment - mean) * (moment - mean)) / (Parts - 1) / Parts);
    }
}
