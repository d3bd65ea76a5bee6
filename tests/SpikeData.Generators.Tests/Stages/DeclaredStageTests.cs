using static VerifyXunit.Verifier;

namespace SpikeData.Generators.Tests;

/// <summary>Stages that a team writes in C# in its own project.</summary>
public class DeclaredStageTests
{
    const string Rain = """
        using System.Collections.Generic;
        using SpikeData.Pipelines;

        namespace Somebody.Weather;

        public enum Season { Spring, LateAutumn }

        public interface IDrop;

        [Variant("round")]
        public sealed record RoundDrop : IDrop;

        [Variant("streak")]
        public sealed record Streak([Range(0.1, 9, Unit = "pixels")] double Width, float Angle = -0.5f) : IDrop;

        /// <summary>Lets it rain: <see cref="Drops"/> per frame.</summary>
        /// <param name="Drops">How many drops there are.</param>
        [Stage("add-rain", Version = 3)]
        public sealed record AddRain(
            [Range(1, 1000, Unit = "drops")] int Drops, Season Season = Season.LateAutumn, IDrop? Drop = null, IReadOnlyList<IDrop>? Others = null,
            double[]? Weights = null, FrameSize? Size = null, string Title = "", bool Wet = true, ulong Seed = 18446744073709551615,
            string? @event = null) : IStage<Clip, Clip>
        {
            public Clip Apply(Clip input) => input;
        }
        """;

    [Fact]
    public async Task EveryFormOfParameter_IsWrittenAsCSharp()
    {
        string yaml = Recipes.With("""
            add-rain:
                    drops: 12
                    season: spring
                    drop: streak
                    width: 2
                    others: [round, { streak: { width: 0.5, angle: 1e-3 } }]
                    weights: [0, -1.5, 1e300]
                    size: 64x48
                    title: "a \"quoted\" {title}\n"
                    wet: false
                    seed: 18446744073709551615
                    event: <none> & more
            """);
        Generation generation = new Consumer(yaml, Rain).Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
        await Verify(generation.Source("Demo.Pipeline.g.cs"), extension: "cs");
    }

    [Fact]
    public async Task ItsParameters_AreCheckedAtTheLineOfTheRecipe() => await Verify(string.Concat(
        new[]
        {
            "add-rain", "add-rain: { drops: 0 }", "add-rain: { drops: 1, season: autumn }", "add-rain: { drops: 1, drop: streak }",
            "add-rain: { drops: 1, width: 3 }", "add-rain: { drops: 1, others: [round, square] }",
            "add-rain: { drops: 1, seed: 18446744073709551616 }", "add-snow: {}",
        }.Select(stage => $"- {stage}\n{new Consumer(Recipes.With(stage), Rain).Generate().Diagnostics}\n")));

    [Fact]
    public async Task TypesThatCannotBeStages_AreReportedWhereTheyAreDeclared()
    {
        const string Faulty = """
            using System;
            using System.Collections.Generic;
            using SpikeData.Pipelines;

            [Stage("class")] public sealed class Class : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("open")] public record Open : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("hidden")] sealed record Hidden : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("generic")] public sealed record Generic<T> : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("Not Kebab")] public sealed record NotKebab : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage(null!)] public sealed record Nameless : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("no-flow")] public sealed record NoFlow;
            [Stage("two-flows")] public sealed record TwoFlows : IStage<Clip, Clip>, IStage<Exposures, Clip>
            {
                public Clip Apply(Clip input) => input;
                public Clip Apply(Exposures input) => input.Clip;
            }
            [Stage("explicit")] public sealed record Explicit : IStage<Clip, Clip> { Clip IStage<Clip, Clip>.Apply(Clip input) => input; }
            [Stage("bad-parameters")] public sealed record BadParameters(DateTime When, Func<int> How, List<int> Mutable, int[][] Nested, object Any)
                : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Stage("expose")] public sealed record MyExpose : IStage<Clip, Clip> { public Clip Apply(Clip input) => input; }
            [Variant("free")] public sealed record Free;
            [Variant("linear")] public sealed record MyLinear : IInterpolation { public Clip Interpolate(Clip clip, int factor) => clip; }
            """;
        Generation generation = new Consumer(Recipes.Short, Faulty).Generate();
        await Verify(generation.Diagnostics);
    }

    [Fact]
    public void ADeclaredVariant_FillsAParameterOfAShippedStage()
    {
        const string Hold = """
            using SpikeData.Pipelines;
            [Variant("hold")] public sealed record Hold(int Frames = 2) : IInterpolation { public Clip Interpolate(Clip clip, int factor) => clip; }
            """;
        Generation generation = new Consumer(Recipes.With("interpolate: { method: hold, frames: 3 }"), Hold).Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
        Assert.Contains("new(Method: new global::Hold(Frames: 3));", generation.Source("Demo.Pipeline.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void HalfWrittenCode_DoesNotStopTheGenerator()
    {
        for (int length = 0; length <= Rain.Length; length += 41)
        {
            Generation generation = new Consumer(Recipes.With("add-rain: { drops: 3 }"), Rain[..length]).Generate();
            Assert.DoesNotContain("SPIKE200", generation.Diagnostics, StringComparison.Ordinal);
            Assert.Null(generation.Driver.GetRunResult().Results[0].Exception);
        }
    }
}
