namespace SpikeData.Generators.Tests;

/// <summary>What an edit makes the generator do again.</summary>
public class IncrementalTests
{
    const string Own = """
        using SpikeData.Pipelines;
        [Stage("own")] public sealed record Own(int Size = 1) : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
        """;

    static readonly Consumer Before = new(Recipes.Two, "class Unrelated { }\n// next file\n" + Own);

    [Fact]
    public void AnEditOfOtherCode_ChangesNothing()
    {
        Generation after = After(Before with { Code = Before.Code.Replace("{ }", "{ int x; }", StringComparison.Ordinal) });
        Assert.Equal("Cached", after.Reasons(TrackingNames.ReferencedStages));
        Assert.Equal("Cached", after.Reasons(TrackingNames.Library));
        Assert.Equal("Cached,Cached", after.Reasons(TrackingNames.Pipelines));
        AssertOutputs(after, modified: 0);
    }

    [Fact]
    public void AnEditOfAnUnusedStagesBody_ChangesNoPipeline()
    {
        Generation after = After(Before with { Code = Before.Code.Replace("=> input", "=> (input)", StringComparison.Ordinal) });
        Assert.Equal("Unchanged,Unchanged", after.Reasons(TrackingNames.Pipelines));
        AssertOutputs(after, modified: 0);
    }

    [Fact]
    public void AnEditOfOneRecipe_WritesOnlyItsPipeline()
    {
        Generation after = After(Before with { Yaml = Replace(Recipes.Two, "- expose", "- expose: { skip: 3 }") });
        Assert.Equal("Unchanged,Modified", after.Reasons(TrackingNames.Pipelines));
        Assert.Equal("Unchanged", after.Reasons(TrackingNames.Datasets));
    }

    [Fact]
    public void ALineMore_MovesMarksAndNothingElse()
    {
        Generation after = After(Before with { Yaml = "# a comment\n" + Recipes.Two });
        Assert.Equal("Unchanged,Unchanged", after.Reasons(TrackingNames.Pipelines));
        Assert.Equal("Unchanged", after.Reasons(TrackingNames.Datasets));
        Assert.Equal("Modified", after.Reasons(TrackingNames.Marks));
        AssertOutputs(after, modified: 1);
    }

    [Fact]
    public void AnotherRecipe_LeavesTheFirstAlone() =>
        Assert.Equal("Unchanged,Unchanged,New", After(Before with { Yaml = Recipes.Two + "  third: { extends: demo }\n" }).Reasons(TrackingNames.Pipelines));

    [Fact]
    public void ANewParameterOfAStage_IsSeenByTheNextRun()
    {
        Consumer consumer = Before with { Yaml = Recipes.With("own: { width: 3 }") };
        Generation first = consumer.Generate();
        Assert.Contains("SPIKE103", first.Diagnostics, StringComparison.Ordinal);
        Consumer edited = consumer with { Code = consumer.Code.Replace("int Size", "int Width", StringComparison.Ordinal) };
        Generation second = edited.Generate(first.Driver);
        Assert.Empty(second.Diagnostics);
        Assert.Contains("= new(Width: 3);", second.Source("Demo.Pipeline.g.cs"), StringComparison.Ordinal);
    }

    static Generation After(Consumer edited) => edited.Generate(Before.Generate().Driver);

    static void AssertOutputs(Generation generation, int modified)
    {
        string[] reasons = generation.OutputReasons.Split(',');
        Assert.Equal(modified, reasons.Count(reason => reason is not ("Cached" or "Unchanged")));
    }

    static string Replace(string text, string last, string by)
    {
        int place = text.LastIndexOf(last, StringComparison.Ordinal);
        return text.Remove(place, last.Length).Insert(place, by);
    }
}
