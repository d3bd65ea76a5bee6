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

    /// <summary>Pages that show a whole recipe; parts of one are indented or begin elsewhere.</summary>
    public static TheoryData<string> PagesWithRecipes => [.. Directory.GetFiles(Docs(""), "*.md").Append(Docs("../README.md")).Where(page => Recipes(page).Any()).Select(page => Path.GetRelativePath(Docs(""), page)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(PagesWithRecipes))]
    public void EveryRecipeInTheText_IsSound(string page) => Assert.All(Recipes(Docs(page)), recipe => Assert.Empty(RecipeReader.Read(recipe, StageCatalog.Shipped.Schemas).Problems));

    static IEnumerable<string> Recipes(string page) =>
        Block().Matches(File.ReadAllText(page)).Select(match => match.Groups[1].Value).Where(yaml => yaml.StartsWith("datasets:", StringComparison.Ordinal));

    [GeneratedRegex("```yaml\\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    static string Docs(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../docs", file);
}
