namespace SpikeData.Calibration;

/// <summary>How long a shutter was open, as the blur of moving things tells it.</summary>
/// <param name="ExposureTicks">The exposure, to a part of a tick.</param>
/// <param name="ErrorTicks">Its standard error, from how the pictures disagree; not a number for fewer than three.</param>
/// <param name="Correlation">Of the pictures with the re-blurred spikes of that exposure.</param>
/// <param name="Pictures">How many pictures were compared.</param>
/// <param name="Curve">The correlation for every exposure that was tried, in ticks.</param>
public sealed record ExposureEstimate(double ExposureTicks, double ErrorTicks, double Correlation, int Pictures, IReadOnlyList<Point2> Curve)
{
    /// <summary>How much less the pictures must look like exposures that are three tenths shorter or longer.</summary>
    const double LeastDrop = 5e-4;

    /// <summary>Why the exposure is not to be trusted, for a message; null where it is.</summary>
    public string? Doubt => HasFewSpikes ? "too few spikes fire in an exposure to see the blur past their noise" : IsFlat ? "too little moves to tell" : null;

    /// <summary>Whether the exposure is not to be trusted.</summary>
    public bool IsUnsure => Doubt is not null;

    /// <summary>Short exposures, whose counts are mostly noise, are not tried; what is found at their border lies beyond it.</summary>
    bool HasFewSpikes => Curve.Count < 3 || (Curve[0].X > 1 && ExposureTicks <= Curve[0].X);

    /// <summary>The pictures look the same by other exposures, or disagree, or the longest or shortest one that was tried looks best.</summary>
    bool IsFlat => !(ErrorTicks < ExposureTicks / 20) || ExposureTicks <= Curve[0].X || ExposureTicks >= Curve[^1].X
        || Correlation - Math.Max(At(0.7 * ExposureTicks), At(1.3 * ExposureTicks)) < LeastDrop;

    /// <summary>The correlation at the exposure next to one.</summary>
    double At(double exposure) => Curve.MinBy(point => Math.Abs(point.X - exposure)).Y;
}
