namespace SpikeData.Pipelines;

/// <summary>One declared fact that a result depends on, such as "simulate-spikes.seed" being "1".</summary>
sealed record KeyPart(string Name, string Value);
