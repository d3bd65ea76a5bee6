using static VerifyXunit.Verifier;

namespace SpikeData.Generators.Tests;

/// <summary>Recipe files as a project has them: several, broken, absent.</summary>
public class LibraryTests
{
    static readonly Consumer Sound = new(Recipes.Short);

    [Fact]
    public async Task FaultyRecipes_AreReportedInTheFileAndTheOthersAreGenerated()
    {
        Generation generation = new Consumer(Recipes.Short + "  broken:\n    - decod: { from: a.mp4 }\n    - expose: { frames: 0 }\n  1st:\n    - decode\n") { GeneratesEntryPoint = true }.Generate();
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
        AssertOne("more/second.yaml(2,3): error SPIKE207: datasets.yaml has a recipe 'demo' already", Sound with { MoreRecipes = Sound.MoreRecipes.Add("/home/somebody/project/more/second.yaml", Recipes.Short) });

    [Fact]
    public void RecipesOfSeveralFiles_StandSideBySide()
    {
        Generation generation = (Sound with { MoreRecipes = Sound.MoreRecipes.Add("/home/somebody/project/more/second.yaml", Recipes.Short.Replace("demo", "second", StringComparison.Ordinal)) }).Generate();
        Assert.Empty(generation.CompilerFindings);
        Assert.Contains("new(\"more/second.yaml\", 2, 3)", generation.Source("Marks.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void AFileOutsideTheProject_IsCalledByItsNameAlone() =>
        Assert.Contains("new(\"datasets.yaml\", 2, 3)", (Sound with { RecipePath = "/home/somebody/datasets.yaml" }).Generate().Source("Marks.g.cs"), StringComparison.Ordinal);

    [Fact]
    public void AProgramWithoutSoundRecipes_StillHasAnEntryPoint()
    {
        Generation generation = (Sound with { Yaml = "datasets: {}", GeneratesEntryPoint = true }).Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
    }

    [Fact]
    public void ProjectsWithoutNamespace_GetOne() =>
        Assert.Contains("namespace SpikeData.Generated;", (Sound with { RootNamespace = "" }).Generate().Source("Datasets.g.cs"), StringComparison.Ordinal);

    static void AssertOne(string diagnostic, Consumer consumer)
    {
        string[] lines = consumer.Generate().Diagnostics.TrimEnd('\n').Split('\n');
        Assert.StartsWith(diagnostic, Assert.Single(lines), StringComparison.Ordinal);
    }
}
