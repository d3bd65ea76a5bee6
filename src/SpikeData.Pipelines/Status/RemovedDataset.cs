namespace SpikeData.Pipelines;

/// <summary>What removing a data set comes to.</summary>
/// <param name="Directory">Its folder.</param>
/// <param name="Removed">The files that the program wrote, relative to the folder.</param>
/// <param name="Kept">What lies there besides and stays: files of others, and those that were changed since they were written.</param>
public sealed record RemovedDataset(string Directory, IReadOnlyList<string> Removed, IReadOnlyList<string> Kept);
