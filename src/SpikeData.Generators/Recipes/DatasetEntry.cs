namespace SpikeData.Generators;

/// <summary>A data set's name and description.</summary>
sealed record DatasetEntry(string Name, string Description);
