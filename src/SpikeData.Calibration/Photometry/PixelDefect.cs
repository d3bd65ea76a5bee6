namespace SpikeData.Calibration;

/// <summary>A spike pixel that cannot be trusted.</summary>
/// <param name="X">Its column.</param>
/// <param name="Y">Its row, the highest being 0.</param>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Rate">How often it fired, per tick.</param>
/// <param name="Confidence">From 0 to 1: in which share of the parts of what was looked at it stood out. Where only scenes were, each counts for less the fewer there are.</param>
public sealed record PixelDefect(int X, int Y, DefectKind Kind, double Rate, double Confidence);
