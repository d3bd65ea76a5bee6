using static VerifyXunit.Verifier;

namespace SpikeData.Generators.Tests;

/// <summary>Recipe files as a project has them: several, broken, absent.</summary>
public class LibraryTests
{
    static readonly Consumer Sound = new(Recipes.Short);

    static Consumer WithSecondFile(string yaml) => Sound with { MoreRecipes = Sound.MoreRecipes.Add(Consumer.Folder + "more/second.yaml", yaml) };

    [Fact]
    public async Task FaultyRecipes_AreReportedInTheFileAndTheOthersAreGenerated()
    {
        string yaml = Recipes.Short + "  broken:\n    - decod: { from: a.mp4 }\n    - expose: { frames: 0 }\n  1st:\n    - decode\n";
        Generation generation = (Sound with { Yaml = yaml, GeneratesEntryPoint = true }).Generate();
        Assert.Contains("Demo.Pipeline.g.cs", generation.Sources, StringComparison.Ordinal);
        Assert.Empty(generation.CompilerFindings);
        await Verify(generation.Diagnostics);
    }

    [Fact]
    public void AFileThatCannotBeRead_IsReported() => AssertOne("datasets.yaml(1,1): error SPIKE201", Sound with { Yaml = null! });

    [Fact]
    public void AProjectWithoutThePipelines_IsTold() => AssertOne("datasets.yaml(1,1): error SPIKE202", Sound with { ReferencesPipelines = false });

    [Fact]
    public void OneNameInTwoFiles_IsReportedInTheSecond() =>
        AssertOne("more/second.yaml(2,3): error SPIKE207: datasets.yaml has a recipe 'demo' already", WithSecondFile(Recipes.Short));

    [Fact]
    public void RecipesOfSeveralFiles_StandSideBySide()
    {
        Generation generation = WithSecondFile(Recipes.Short.Replace("demo", "second", StringComparison.Ordinal)).Generate();
        Assert.Empty(generation.CompilerFindings);
        Assert.Contains("new(\"more/second.yaml\", 2, 3)", generation.Source("Marks.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOutsideTheProject_IsCalledByItsNameAlone()
    {
        Generation generation = (Sound with { RecipePath = "/home/somebody/datasets.yaml" }).Generate();
        Assert.Contains("new(\"datasets.yaml\", 2, 3)", generation.Source("Marks.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AProgramWithoutSoundRecipes_StillHasAnEntryPoint()
    {
        Generation generation = (Sound with { Yaml = "datasets: {}", GeneratesEntryPoint = true }).Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
    }

    [Fact]
    public void ProjectsWithoutNamespace_GetOne()
    {
        Generation generation = (Sound with { RootNamespace = "" }).Generate();
        Assert.Contains("namespace SpikeData.Generated;", generation.Source("Datasets.g.cs"), StringComparison.Ordinal);
    }

    static void AssertOne(string diagnostic, Consumer consumer)
    {
        string[] lines = consumer.Generate().Diagnostics.TrimEnd('\n').Split('\n');
        Assert.StartsWith(diagnostic, Assert.Single(lines), StringComparison.Ordinal);
    }
}
