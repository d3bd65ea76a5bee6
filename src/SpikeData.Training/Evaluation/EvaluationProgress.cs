namespace SpikeData.Training;

/// <summary>How far the measurement of a row of a report has come.</summary>
/// <param name="Title">The part of the report.</param>
/// <param name="Method">The row.</param>
/// <param name="Done">Exposures measured.</param>
/// <param name="Total">Exposures in all.</param>
public readonly record struct EvaluationProgress(string Title, string Method, int Done, int Total);
