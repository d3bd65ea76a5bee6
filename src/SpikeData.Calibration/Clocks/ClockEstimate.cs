namespace SpikeData.Calibration;

/// <summary>A picture camera's clock as a shared signal tells it, and how sure that is.</summary>
/// <param name="Clock">The clock.</param>
/// <param name="Correlation">Of the pictures' signal with what the ticks predict, at most 1.</param>
/// <param name="Confidence">From 0 to 1: how far the correlation stands out from the next best moment. Periodic signals give little.</param>
/// <param name="Curve">The correlation at other moments of the first picture, in ticks; for a plot.</param>
public sealed record ClockEstimate(PictureClock Clock, double Correlation, double Confidence, IReadOnlyList<Point2> Curve);
