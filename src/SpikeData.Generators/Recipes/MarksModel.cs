using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>All that the places of recipes depend on.</summary>
sealed record MarksModel(Library Library, string Namespace, EquatableArray<string> Shadowed);
