using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace SpikeData.Generators.Tests;

/// <summary>Stages that come in an assembly of somebody else's.</summary>
public class ReferencedStageTests
{
    [Fact]
    public void AStageOfAnotherAssembly_CanBeNamed()
    {
        Generation generation = With(Fog("input")).Generate();
        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.CompilerFindings);
    }

    [Fact]
    public void AnotherBuildOfThatAssembly_IsAnotherCodeVersion()
    {
        Assert.Matches("^[0-9a-f]{32}$", CodeVersion(With(Fog("input"))));
        Assert.Equal(CodeVersion(With(Fog("input"))), CodeVersion(With(Fog("input"))));
        Assert.NotEqual(CodeVersion(With(Fog("input"))), CodeVersion(With(Fog("new(input.Workspace, input.Source, input.Size, input.Frames)"))));
    }

    [Fact]
    public void FaultyStagesOfThatAssembly_AreReportedWithoutAPlace()
    {
        string open = Fog("input").Replace("sealed ", "", StringComparison.Ordinal);
        Assert.StartsWith("error SPIKE203: 'AddFog' is marked as a stage", With(open).Generate().Diagnostics, StringComparison.Ordinal);
    }

    static string Fog(string result) =>
        $$"""
        using SpikeData.Pipelines;
        [Stage("add-fog")] public sealed record AddFog : IStage<Clip, Clip> { public Clip Apply(Clip input) => {{result}}; }
        """;

    static Consumer With(string library)
    {
        using MemoryStream assembly = new();
        Compilation fog = new Consumer("", library).Compilation.WithAssemblyName("Fog").WithOptions(new(OutputKind.DynamicallyLinkedLibrary, deterministic: true));
        Assert.True(fog.Emit(assembly).Success);
        return new Consumer(Recipes.With("add-fog")) { MoreReferences = [MetadataReference.CreateFromImage(assembly.ToArray())] };
    }

    static string CodeVersion(Consumer consumer) =>
        Regex.Match(consumer.Generate().Source("Demo.Pipeline.g.cs"), "CodeVersion => \"(.*)\"").Groups[1].Value;
}
