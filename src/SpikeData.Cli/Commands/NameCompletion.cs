using System.CommandLine;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary>What completes a name that is being typed. A recipe file that cannot be read completes nothing.</summary>
static class NameCompletion
{
    /// <summary>Completes names of data sets.</summary>
    internal static void CompleteDatasets(this Argument argument, RecipesOption recipes) => argument.Complete(recipes, Datasets);

    /// <summary>Completes names of models.</summary>
    internal static void CompleteModels(this Argument argument, RecipesOption recipes) => argument.Complete(recipes, Models);

    /// <summary>Completes names of data sets and of models.</summary>
    internal static void CompleteNames(this Argument argument, RecipesOption recipes) =>
        argument.Complete(recipes, file => [.. Datasets(file), .. Models(file)]);

    static IEnumerable<string> Datasets(RecipeFile file) => file.Pipelines.Select(pipeline => pipeline.Name);

    static IEnumerable<string> Models(RecipeFile file) => file.Models.Select(model => model.Name);

    static void Complete(this Argument argument, RecipesOption recipes, Func<RecipeFile, IEnumerable<string>> names) =>
        argument.CompletionSources.Add(typed =>
        {
            try
            {
                return names(RecipeFile.Read(typed.ParseResult.GetValue(recipes)!, StageCatalog.Shipped));
            }
            catch (SpikeDataException)
            {
                return [];
            }
        });
}
