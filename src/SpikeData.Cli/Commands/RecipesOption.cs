using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>--recipes FILE</c>, which most commands take.</summary>
sealed class RecipesOption : Option<string>
{
    internal RecipesOption()
        : base("--recipes", "-r")
    {
        Description = "The recipe file.";
        HelpName = "FILE";
        DefaultValueFactory = _ => "datasets.yaml";
    }

    /// <summary>The recipes of the file, once what is wrong with it has been said.</summary>
    /// <returns>Null when there was something to say.</returns>
    internal RecipeFile? Read(ParseResult line) => Read(line, StageCatalog.Shipped);

    /// <inheritdoc cref="Read(ParseResult)"/>
    /// <param name="catalog">What recipes may name.</param>
    internal RecipeFile? Read(ParseResult line, StageCatalog catalog)
    {
        RecipeFile file = RecipeFile.Read(line.GetValue(this)!, catalog);
        foreach (string problem in file.Problems) line.InvocationConfiguration.Error.WriteLine(problem);
        return file.Problems.Count == 0 ? file : null;
    }
}
