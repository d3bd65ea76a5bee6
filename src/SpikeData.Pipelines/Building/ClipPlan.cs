namespace SpikeData.Pipelines;

/// <summary>A clip to be built, and everything its files depend on.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Key">The content key of its files.</param>
/// <param name="Parts">What the key is made of.</param>
sealed record ClipPlan(ClipSource Source, ContentKey Key, IReadOnlyList<KeyPart> Parts);
