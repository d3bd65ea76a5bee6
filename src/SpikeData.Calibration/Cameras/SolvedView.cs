namespace SpikeData.Calibration;

/// <summary>One view of the board after calibration.</summary>
/// <param name="View">The picture and the marks found in it.</param>
/// <param name="Board">How the board lies in the camera's frame.</param>
/// <param name="Rms">The root mean square distance of found marks from where the camera should see them, in pixels.</param>
public sealed record SolvedView(BoardView View, Pose Board, double Rms);
