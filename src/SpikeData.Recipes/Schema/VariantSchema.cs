namespace SpikeData.Recipes;

/// <summary>One way to fill an interface-typed parameter, with parameters of its own.</summary>
/// <param name="Name">In kebab-case, such as "dense-flow".</param>
/// <param name="TypeName">The record's full name in C#.</param>
/// <param name="Version">The variant's version, part of the content key.</param>
/// <param name="Summary">The record's summary in plain text; empty where it is not known.</param>
/// <param name="Parameters">Its keys, in the order of the constructor.</param>
public sealed record VariantSchema(string Name, string TypeName, int Version, string Summary, EquatableArray<ParameterSchema> Parameters)
{
    /// <summary>Whether a number in place of a name means this variant, with the number as its only parameter.</summary>
    public bool TakesNumber { get; init; }
}
