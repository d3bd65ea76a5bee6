using static VerifyXunit.Verifier;

namespace SpikeData.Recipes.Tests;

/// <summary>Recipes made from recipes: extends and matrix.</summary>
public class ReuseTests
{
    const string Demo = """
        datasets:
          demo:
            - decode: { from: a.mp4, frames: 0..99 }
            - interpolate: { method: rife, weights: a.npz, factor: 8 }
            - expose: { frames: 97 }
            - simulate-spikes: { seed: 1 }
            - write
        """;

    [Fact]
    public void Extends_TakesOverStagesAndOverridesParameterByParameter()
    {
        string derived = "\n  fast:\n    extends: demo\n    stages:\n      - interpolate: { factor: 4 }\n      - expose: { skip: 1 }";
        Recipe fast = TestStages.Read(Demo + derived).Recipes[1];
        Assert.Equal(["decode", "interpolate", "expose", "simulate-spikes", "write"], fast.Stages.Select(stage => stage.Schema.Name));
        Assert.Equal(["method", "factor"], fast.Stages[1].Arguments.Select(argument => argument.Parameter.Name));
        Assert.Equal(new RecipeValue.WholeNumber("int", 4), fast.Stages[1].Arguments[1].Value);
        Assert.Equal([97m, 1m], fast.Stages[2].Arguments.Select(argument => ((RecipeValue.WholeNumber)argument.Value).Value));
    }

    [Fact]
    public void AnotherChoice_LeavesTheParametersOfTheFirstBehind()
    {
        RecipeBook book = TestStages.Read(Demo + "\n  plain:\n    extends: demo\n    stages:\n      - interpolate: { method: linear }");
        Assert.Empty(book.Problems);
        RecipeValue.Choice method = (RecipeValue.Choice)book.Recipes[1].Stages[1].Arguments[0].Value;
        Assert.Equal("linear", method.Variant.Name);
        Assert.Empty(method.Arguments);
    }

    [Fact]
    public void Matrix_MakesADataSetPerCombination()
    {
        RecipeBook book = TestStages.Read(Demo + "\n  noisy:\n    extends: demo\n    matrix: { seed: [1, 2], interpolate.factor: [4, 8, 16] }");
        Assert.Empty(book.Problems);
        Assert.Equal(
            ["demo", "noisy-1-4", "noisy-1-8", "noisy-1-16", "noisy-2-4", "noisy-2-8", "noisy-2-16"],
            book.Recipes.Select(recipe => recipe.Name));
        Assert.Equal(new RecipeValue.WholeNumber("int", 2), book.Recipes[^1].Stages[3].Arguments[^1].Value);
        Assert.Equal(new RecipeValue.WholeNumber("int", 16), book.Recipes[^1].Stages[1].Arguments[^1].Value);
    }

    [Fact]
    public async Task RecipesThatCannotBeMade_AreReported() => await Verify(ProblemReport.Of(
        Demo + "\n  fast:\n    extends: dmo",
        Demo + "\n  fast:\n    extends: demo\n    stages:\n      - extract-sharp: { frames: 7 }\n      - expose\n      - expose",
        "datasets:\n  a: { extends: b }\n  b: { extends: c }\n  c: { extends: a }\n  d: { extends: d }",
        Demo + "\n  many:\n    extends: demo\n    matrix: { sed: [1], frames: [1, 2], expose.skip: 7, seed: [], factor: [a b, a-b] }",
        Demo + "\n  many:\n    extends: demo\n    matrix: { factor: [2, 300] }",
        Demo + "\n  many:\n    extends: demo\n    matrix: {}",
        Demo + "\n  demo-1: { extends: demo }\n  more:\n    extends: demo\n    matrix: { seed: [1] }\n  demo1: { extends: demo }",
        Demo + $"\n  many:\n    extends: demo\n    matrix: {{ seed: [{OneTo(40)}], factor: [{OneTo(40)}] }}"));

    static string OneTo(int last) => string.Join(',', Enumerable.Range(1, last));
}
