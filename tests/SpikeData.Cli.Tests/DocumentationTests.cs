using System.Runtime.CompilerServices;
using SpikeData.Recipes;

namespace SpikeData.Cli.Tests;

/// <summary>What is derived from the signatures of stages is as new as they are; CONTRIBUTING says how to write it again.</summary>
public sealed class DocumentationTests
{
    [Fact]
    public void RecipesPage_DescribesTheStagesAsTheyAre() => Assert.Equal(File.ReadAllText(Docs("recipes.md")), StagePages.Markdown(StageCatalog.Shipped.Schemas));

    [Fact]
    public void SchemaForEditors_KnowsTheStagesAsTheyAre() => Assert.Equal(File.ReadAllText(Docs("datasets.schema.json")), RecipeJsonSchema.Write(StageCatalog.Shipped.Schemas));

    static string Docs(string file, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "../../docs", file);
}
