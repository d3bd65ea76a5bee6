using SpikeData.Compute;

namespace SpikeData.Calibration;

/// <summary>Finds a picture camera's clock from a signal that both cameras saw.</summary>
/// <param name="TicksPerPicture">The ratio of the two nominal rates.</param>
/// <param name="ExposureTicks">About how long the shutter is open; half the time between pictures unless known.</param>
/// <param name="MostDrift">How far the true ratio of the rates may be from the nominal one, as a share.</param>
/// <param name="EstimateExposure">Whether the exposure is sought too, or known.</param>
public sealed record ClockSearch(double TicksPerPicture, double? ExposureTicks = null, double MostDrift = 1e-3, bool EstimateExposure = true)
{
    const double LeastCorrelation = 0.5, Finest = 1e-3;

    /// <param name="pictures">The signal of each picture.</param>
    /// <param name="spikes">The signal of each tick.</param>
    /// <param name="file">The pictures' folder, for messages.</param>
    /// <exception cref="SpikeDataException">SPIKE613: too few pictures, or the two signals have nothing in common.</exception>
    public ClockEstimate Find(double[] pictures, double[] spikes, string file)
    {
        double exposure = ExposureTicks ?? TicksPerPicture / 2;
        ClockMatch match = new(pictures, new(spikes));
        if (pictures.Length < ClockMatch.FewestPictures || spikes.Length < exposure) throw Errors.NoClock(file, pictures.Length, spikes.Length, double.NaN);
        List<Point2> curve = [];
        PictureClock best = Coarse(match, pictures.Length, spikes.Length, exposure, curve);
        best = Refine(match, best, pictures.Length);
        double correlation = match.Correlation(best);
        if (correlation < LeastCorrelation) throw Errors.NoClock(file, pictures.Length, spikes.Length, correlation);
        // Near the best moment neighbors are good as well; only others rival it.
        double rival = curve.Where(point => Math.Abs(point.X - best.FirstMiddle) > best.ExposureTicks + best.TicksPerPicture / 2).Select(point => point.Y).DefaultIfEmpty(0).Max();
        return new(best, correlation, Math.Clamp((correlation - Math.Max(0, rival)) / correlation, 0, 1), curve);
    }

    /// <summary>Tries every moment at the nominal rates, a quarter of the exposure apart, and some drifts.</summary>
    PictureClock Coarse(ClockMatch match, int pictures, int ticks, double exposure, List<Point2> curve)
    {
        double length = (pictures - 1) * TicksPerPicture, step = Math.Max(1, exposure / 8);
        int drifts = (int)Math.Ceiling(MostDrift * length / (exposure / 2));
        PictureClock best = new(0, TicksPerPicture, exposure);
        double highest = -1;
        for (double first = -length / 2; first < ticks - length / 2; first += step)
        {
            double here = -1;
            for (int drift = -drifts; drift <= drifts; drift++)
            {
                double period = TicksPerPicture * (1 + (drifts == 0 ? 0 : MostDrift * drift / drifts));
                PictureClock clock = new(first, period, exposure);
                double correlation = match.Correlation(clock);
                here = Math.Max(here, correlation);
                if (correlation > highest) (best, highest) = (clock, correlation);
            }

            if (here > -1) curve.Add(new(first, here));
        }

        return best;
    }

    /// <summary>Climbs in smaller and smaller steps of the middle picture's moment, the rate and the exposure.</summary>
    PictureClock Refine(ClockMatch match, PictureClock clock, int pictures)
    {
        double middle = (pictures - 1) / 2.0, step = clock.ExposureTicks / 4, highest = match.Correlation(clock);
        while (step > Finest)
        {
            bool climbed = false;
            foreach (PictureClock neighbor in Neighbors(clock, step, middle))
            {
                double correlation = match.Correlation(neighbor);
                if (correlation <= highest) continue;
                (clock, highest, climbed) = (neighbor, correlation, true);
            }

            if (!climbed) step /= 2;
        }

        return clock;
    }

    IEnumerable<PictureClock> Neighbors(PictureClock clock, double step, double middle)
    {
        foreach (double way in new[] { -step, step })
        {
            yield return clock with { FirstMiddle = clock.FirstMiddle + way };
            double turn = way / Math.Max(1, middle), period = clock.TicksPerPicture + turn;
            // Turning about the middle picture leaves its moment alone.
            if (Math.Abs(period / TicksPerPicture - 1) <= MostDrift) yield return clock with { TicksPerPicture = period, FirstMiddle = clock.FirstMiddle - turn * middle };
            double exposure = clock.ExposureTicks + way;
            if (EstimateExposure && exposure >= 1 && exposure <= TicksPerPicture) yield return clock with { ExposureTicks = exposure };
        }
    }
}
