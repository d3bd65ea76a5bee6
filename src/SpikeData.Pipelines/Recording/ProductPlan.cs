namespace SpikeData.Pipelines;

/// <summary>A product of a clip, and what its files depend on: less than all of the clip's do.</summary>
/// <param name="Stage">The stage that makes it, as recipes call it.</param>
/// <param name="Key">The key of its files: equal keys, equal bytes, whatever else the recipe makes.</param>
/// <param name="Light">The light that it can be made from; null for products that need whole frames.</param>
sealed record ProductPlan(string Stage, ContentKey Key, LightPlan? Light);
