using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>A variant and the interfaces it can be chosen for.</summary>
sealed record VariantEntry(VariantSchema Schema, EquatableArray<string> Interfaces);
