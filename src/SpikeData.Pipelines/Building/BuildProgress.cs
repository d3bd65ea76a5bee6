namespace SpikeData.Pipelines;

/// <summary>One step of a build that a progress bar can show.</summary>
/// <param name="Dataset">The recipe's name.</param>
/// <param name="Clip">The clip's title, or empty when the step concerns the whole data set.</param>
/// <param name="Phase">What is being done.</param>
/// <param name="Done">How much of it is done: files or frames, as the phase says.</param>
/// <param name="Total">How much there is, when that is known.</param>
public sealed record BuildProgress(string Dataset, string Clip, BuildPhase Phase, long Done, long? Total);
