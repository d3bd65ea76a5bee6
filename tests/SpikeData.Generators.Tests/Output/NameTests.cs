namespace SpikeData.Generators.Tests;

/// <summary>Names in generated code that could be taken for something else.</summary>
public class NameTests
{
    [Theory]
    [InlineData("namespace Somebody.Project; class Clip; class Decode; class Pipeline; class Exposures;")]
    [InlineData("namespace Somebody; class Clip; class Decode; class Pipeline; class Exposures;")]
    [InlineData("class Clip; class Decode; class Pipeline; class Exposures;")]
    [InlineData("namespace Somebody.Project.Decode { class Clip; }")]
    [InlineData("global using Somebody.Else; namespace Somebody.Else { public class Clip; public class FrameRange; public class Samples; }")]
    public void TypesOfTheProjectWithTheSameNames_DoNotMatter(string code) =>
        AssertCompiles(new Consumer(Recipes.Short.Replace("from: a.mp4", "from: a.mp4, frames: 1..2", StringComparison.Ordinal), code));

    [Fact]
    public void StagesCalledLikeMembersOfThePipeline_Compile()
    {
        string code = "using SpikeData.Pipelines; namespace Somebody.Stages;\n" + string.Concat(
            new[] { "Name", "Source", "Record", "Mark", "DemoPipeline", "DemoDataset", "Datasets", "Expose" }.Select((name, i) =>
                $"[Stage(\"own-{(char)('a' + i)}\")] public sealed record {name} "
                + ": IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }\n"));
        string stages = string.Join("\n    - ", Enumerable.Range(0, 8).Select(i => $"own-{(char)('a' + i)}"));
        AssertCompiles(new Consumer(Recipes.With(stages), code));
    }

    [Fact]
    public void OneStageTwice_IsTwoProperties()
    {
        Consumer consumer = new(Recipes.With("interpolate: { factor: 2 }\n    - interpolate: { factor: 4 }"));
        AssertCompiles(consumer);
        string source = consumer.Generate().Source("Demo.Pipeline.g.cs");
        Assert.Contains("Clip clipAfterInterpolate2 = Interpolate2.Apply(clipAfterInterpolate);", source, StringComparison.Ordinal);
        Assert.Contains("public const int Interpolate2Factor = 4;", source, StringComparison.Ordinal);
    }

    [Fact]
    public void FlowsOfAnyType_Compile() => AssertCompiles(new(Recipes.With("to-list\n    - from-list\n    - to-event\n    - from-event"), """
        using System.Collections.Generic;
        using SpikeData.Pipelines;
        namespace Somebody.Stages;
        public sealed record Event(Clip Clip);
        public sealed class Outer { public sealed record Inner(Clip Clip); }
        [Stage("to-list")] public sealed record ToList : IStage<Clip, Dictionary<string, Outer.Inner[]>>
        {
            public Dictionary<string, Outer.Inner[]> Apply(Clip input) => new() { [""] = [new(input)] };
        }
        [Stage("from-list")] public sealed record FromList : IStage<Dictionary<string, Outer.Inner[]>, Outer.Inner>
        {
            public Outer.Inner Apply(Dictionary<string, Outer.Inner[]> input) => input[""][0];
        }
        [Stage("to-event")] public sealed record ToEvent : IStage<Outer.Inner, Event> { public Event Apply(Outer.Inner input) => new(input.Clip); }
        [Stage("from-event")] public sealed record FromEvent : IStage<Event, Clip> { public Clip Apply(Event input) => input.Clip; }
        """));

    static void AssertCompiles(Consumer consumer)
    {
        Generation generation = consumer.Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
    }
}
