using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using SpikeData.Recipes;

namespace SpikeData.Cli.Tests;

/// <summary>What is derived from the signatures of stages is as new as they are; CONTRIBUTING says how to write it again.</summary>
public sealed partial class DocumentationTests
{
    [Fact]
    public void RecipesPage_DescribesTheStagesAsTheyAre() => Assert.Equal(File.ReadAllText(Docs("recipes.md")), StagePages.Markdown(StageCatalog.Shipped.Schemas));

    [Fact]
    public void SchemaForEditors_KnowsTheStagesAsTheyAre() => Assert.Equal(File.ReadAllText(Docs("datasets.schema.json")), RecipeJsonSchema.Write(StageCatalog.Shipped.Schemas));

    [Theory]
    [InlineData("../README.md")]
    [InlineData("recipe-language.md")]
    [InlineData("learned-interpolation.md")]
    [InlineData("calibration.md")]
    public void EveryRecipeInTheText_IsSound(string page)
    {
        string[] recipes = [.. Block().Matches(File.ReadAllText(Docs(page))).Select(match => match.Groups[1].Value).Where(yaml => yaml.StartsWith("datasets:", StringComparison.Ordinal))];
        Assert.NotEmpty(recipes);
        Assert.All(recipes, recipe => Assert.Empty(RecipeReader.Read(recipe, StageCatalog.Shipped.Schemas).Problems));
    }

    [GeneratedRegex("```yaml\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    static string Docs(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../docs", file);
}
