using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>All that the class of all data sets depends on.</summary>
sealed record DatasetsModel(
    string Origin, string Namespace, bool GeneratesEntryPoint, EquatableArray<DatasetEntry> Entries, EquatableArray<ModelRecipe> Models,
    EquatableArray<string> Shadowed)
{
    public static DatasetsModel Of(Library library, ProjectOptions options, EquatableArray<string> shadowed, bool ownsMain) => new(
        library.Origin, options.Namespace, options.GeneratesEntryPoint && !ownsMain,
        library.Entries.Select(entry => new DatasetEntry(entry.Recipe.Name, entry.Recipe.Description)).ToEquatableArray(), library.Models, shadowed);
}
