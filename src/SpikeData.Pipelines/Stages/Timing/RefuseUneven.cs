namespace SpikeData.Pipelines;

/// <summary>It is an error that names the first frame whose distance differs.</summary>
[Variant("refuse")]
public sealed record RefuseUneven : ITiming;
