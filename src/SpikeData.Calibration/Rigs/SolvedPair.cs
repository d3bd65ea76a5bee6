namespace SpikeData.Calibration;

/// <summary>One pair of views after calibration.</summary>
/// <param name="Pair">What the cameras saw.</param>
/// <param name="RowError">The root mean square difference of the rows of one mark in the rectified pictures, in pixels; columns for cameras above each other.</param>
/// <param name="LargestRowError">The largest of these differences, in pixels.</param>
/// <param name="Homography">From left to right places of this board's marks, least squares, distortion left in; what it misses is the lenses' part.</param>
/// <param name="HomographyError">How far the homography misses the marks, in pixels: the root mean square.</param>
public sealed record SolvedPair(ViewPair Pair, double RowError, double LargestRowError, Matrix3 Homography, double HomographyError)
{
    /// <summary>By how many times 90 degrees the board was taken as turned in the right view, against the order in which its marks were found there.</summary>
    public int QuarterTurns { get; init; }
}
