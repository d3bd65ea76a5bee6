namespace SpikeData.Recipes;

/// <summary>An interface that parameters have as their type, and the variants to choose from.</summary>
public sealed record ChoiceSchema(string TypeName, EquatableArray<VariantSchema> Variants)
{
    public VariantSchema? Variant(string name) => Variants.FirstOrDefault(variant => variant.Name == name);

    /// <summary>The variant that a number in place of a name means; null where there is none.</summary>
    public VariantSchema? OfNumber => Variants.FirstOrDefault(variant => variant.TakesNumber);
}
