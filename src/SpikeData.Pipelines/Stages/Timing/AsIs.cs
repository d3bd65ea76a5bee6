namespace SpikeData.Pipelines;

/// <summary>Frames are taken for even, whenever they were filmed.</summary>
[Variant("as-is")]
public sealed record AsIs : ITiming;
