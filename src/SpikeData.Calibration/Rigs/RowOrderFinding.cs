using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>Which row of spike frames comes first in their files, found by trying both: a mirrored board cannot agree with the other camera's.</summary>
/// <param name="Rows">The order that agrees.</param>
/// <param name="Rms">The rig's error with it, in pixels.</param>
/// <param name="OtherRms">The rig's error with the other order, in pixels; infinite where no rig was found.</param>
public sealed record RowOrderFinding(RowOrder Rows, double Rms, double OtherRms);
