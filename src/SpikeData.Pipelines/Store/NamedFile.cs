namespace SpikeData.Pipelines;

/// <summary>A file that a stage names, such as the weights of a network.</summary>
/// <param name="Path">As the recipe writes it.</param>
/// <param name="Origin">What it is and where it comes from; empty where the stage does not say.</param>
readonly record struct NamedFile(string Path, string Origin);
