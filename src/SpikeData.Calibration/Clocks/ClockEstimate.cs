namespace SpikeData.Calibration;

/// <summary>A picture camera's clock as a shared signal tells it, and how sure that is.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Correlation">Of the pictures' signal with what the ticks predict, at most 1.</param>
/// <param name="Confidence">From 0 to 1: how far the correlation stands out from the next best moment. Periodic signals give little.</param>
/// <param name="ErrorTicks">The standard error of the moments of pictures, in ticks, from how four parts of the pictures disagree; not a number where there are too few.</param>
/// <param name="Curve">The correlation at other moments of the first picture, in ticks; for a plot.</param>
public sealed record ClockEstimate(PictureClock Clock, double Correlation, double Confidence, double ErrorTicks, IReadOnlyList<Point2> Curve)
{
    /// <summary>The part of pictures that was looked at; null for all of them.</summary>
    public Region? PictureRegion { get; init; }

    /// <summary>The part of spike frames that was looked at; null for all of them.</summary>
    public Region? SpikeRegion { get; init; }

    /// <summary>What the blur of moving things says of the exposure, where it was asked.</summary>
    public ExposureEstimate? Blur { get; init; }
}
