namespace SpikeData.Pipelines;

/// <summary>The samples that one clip will give: which products, and in which layout. Nothing is computed before they are recorded.</summary>
public sealed class Samples(IReadOnlyList<IProduct> products, ILayout layout)
{
    /// <summary>The clip they are recorded from.</summary>
    public Clip Clip => Products[0].Exposures.Clip;

    public IReadOnlyList<IProduct> Products { get; } = products;

    public ILayout Layout { get; } = layout;

    /// <summary>Whether a .dat.yaml beside each .dat says its size, rate and seed.</summary>
    public bool Sidecars { get; init; }
}
