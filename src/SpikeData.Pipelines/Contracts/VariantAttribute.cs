namespace SpikeData.Pipelines;

/// <summary>Names one way to fill a stage parameter whose type is an interface: <c>method: dense-flow</c> picks the record so named.</summary>
/// <remarks>
/// The variant's own parameters stand beside the choice (<c>method: rife, weights: small.npz</c>) or below it
/// (<c>method: { rife: { weights: small.npz } }</c>); in a list only below it.
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class VariantAttribute(string name) : Attribute
{
    /// <summary>The name in kebab-case, such as "dense-flow".</summary>
    public string Name { get; } = name;

    /// <summary>
    /// Whether a number in place of a name means this variant, with the number as its only parameter; one variant of an interface may.
    /// </summary>
    public bool TakesNumber { get; init; }

    /// <summary>Raised whenever the same parameters give other bytes than before; part of the content key.</summary>
    public int Version { get; init; } = 1;
}
