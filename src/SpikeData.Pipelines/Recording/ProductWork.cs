namespace SpikeData.Pipelines;

/// <summary>What a product of a clip is made from when the clip is recorded.</summary>
/// <param name="Stage">The stage that makes it, as recipes call it.</param>
/// <param name="Origin">Where its files come from.</param>
public sealed record ProductWork(string Stage, ProductOrigin Origin);
