using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>All that the source of one pipeline depends on; equal models give the same source.</summary>
/// <param name="Recipe">The recipe.</param>
/// <param name="File">The recipe's file, as the project sees it.</param>
/// <param name="Namespace">The namespace of the generated classes.</param>
/// <param name="CodeVersion">A digest of the stages' code that is not part of SpikeData.Tools; may be empty.</param>
/// <param name="Shadowed">Types whose short names mean something else in that namespace.</param>
sealed record PipelineModel(Recipe Recipe, string File, string Namespace, string CodeVersion, EquatableArray<string> Shadowed)
{
    public static IEnumerable<PipelineModel> Of(
        Library library, ProjectOptions options, EquatableArray<CodeDigest> digests, EquatableArray<string> shadowed) =>
        library.Entries.Select(entry => new PipelineModel(
            entry.Recipe, entry.File, options.Namespace, CodeDigests.Of(TypesOf(entry.Recipe), digests), shadowed));

    static IEnumerable<string> TypesOf(Recipe recipe) =>
        recipe.Stages.SelectMany(stage => stage.Arguments.SelectMany(argument => TypesOf(argument.Value)).Prepend(stage.Schema.TypeName)).Distinct();

    static IEnumerable<string> TypesOf(RecipeValue value) => value switch
    {
        RecipeValue.Choice choice => choice.Arguments.SelectMany(argument => TypesOf(argument.Value)).Prepend(choice.Variant.TypeName),
        RecipeValue.List list => list.Items.SelectMany(TypesOf),
        _ => [],
    };
}
