using System.Globalization;
using System.Text;
using SpikeData.Imaging;

namespace SpikeData.Calibration;

/// <summary>A calibration in a few lines, for people.</summary>
public static class CalibrationSummary
{
    public static string Write(RigCalibration calibration)
    {
        StringBuilder text = new();
        Append(text, "left ", calibration.Left);
        Append(text, "right", calibration.Right);
        double angle = calibration.Rig.Pose.Rotation.Angle * 180 / Math.PI;
        text.Append(CultureInfo.InvariantCulture, $"rig    {calibration.Pairs.Count} pairs  rms {calibration.Rms:F4} px  baseline {calibration.Rig.Baseline:G5} {calibration.Board.Unit}, turned by {angle:F2} degrees\n");
        text.Append(CultureInfo.InvariantCulture, $"rectified {(calibration.Rectification.IsVertical ? "columns" : "rows")} differ by {calibration.Pairs.Average(pair => pair.RowError):F3} px, at most {calibration.Pairs.Max(pair => pair.LargestRowError):F2} px\n");
        if (calibration.Unpaired.Count > 0) text.Append(CultureInfo.InvariantCulture, $"not seen by both: {string.Join(", ", calibration.Unpaired.Select(pair => pair.Name))}\n");
        if (calibration.Rows is { } rows)
            text.Append(CultureInfo.InvariantCulture, $"rows of spike frames: {rows.Rows.Word()} (rms {rows.Rms:F2} px, the other way {rows.OtherRms:F2} px)\n");
        foreach (string turned in Turned(calibration)) text.Append(turned).Append('\n');
        if (calibration.IsTorn)
            text.Append(CultureInfo.InvariantCulture, $"the cameras do not agree: {calibration.Rms:F2} px together, {calibration.Left.Rms:F2} and {calibration.Right.Rms:F2} px each by itself. Are the pairs of one moment each, and the rows of spike frames in the stated order?\n");
        foreach (SolvedPair pair in calibration.Pairs.Where(pair => calibration.BadPairs.Contains(pair.Pair.Name))) text.Append(Suspicious(calibration, pair));
        return text.ToString();
    }

    /// <summary>What is said of boards that look the same when turned, a line for each turn that was taken.</summary>
    internal static IEnumerable<string> Turned(RigCalibration calibration) =>
        from pair in calibration.Pairs
        where pair.QuarterTurns > 0
        group pair.Pair.Name by pair.QuarterTurns into turned
        select string.Create(CultureInfo.InvariantCulture, $"the board looks the same turned by {90 * turned.Key} degrees, and is taken as turned so in the right view of {string.Join(", ", turned)}: only so the pairs agree");

    static void Append(StringBuilder text, string side, CameraCalibration calibration) => text.Append(CultureInfo.InvariantCulture,
        $"{side}  {calibration.Views.Count} views  rms {calibration.Rms:F4} px  {calibration.Camera.Width}x{calibration.Camera.Height}, focal {calibration.Camera.Focal.X:F2} {calibration.Camera.Focal.Y:F2} px, center {calibration.Camera.Center.X:F2} {calibration.Camera.Center.Y:F2} px\n");

    static string Suspicious(RigCalibration calibration, SolvedPair pair)
    {
        IEnumerable<string> views = calibration.Left.BadViews.Concat(calibration.Right.BadViews).Where(view => view.View == pair.Pair.Left || view.View == pair.Pair.Right)
            .Select(view => string.Create(CultureInfo.InvariantCulture, $"{view.View.Name} {view.Rms:F2} px"));
        return $"bad pair {pair.Pair.Name}: {string.Join(", ", views)}, more than three times the usual error. Look at its marks; try '--window auto', or leave it out with '--without {pair.Pair.Name}'.\n";
    }
}
