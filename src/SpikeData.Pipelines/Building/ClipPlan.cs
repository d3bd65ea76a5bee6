namespace SpikeData.Pipelines;

/// <summary>A clip to be built, and everything its files depend on.</summary>
/// <param name="Source">Where it comes from.</param>
/// <param name="Key">The content key of its files.</param>
/// <param name="Parts">What the key is made of.</param>
/// <param name="Files">Every file whose bytes are in the key, as it was when its digest was taken: the sources, and those that stages name.</param>
sealed record ClipPlan(ClipSource Source, ContentKey Key, IReadOnlyList<KeyPart> Parts, IReadOnlyList<SourceFile> Files);
