using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SpikeData.Pipelines;

namespace SpikeData.Generators.Tests;

/// <summary>A project that uses the generator: its recipe, its own code, its properties. Edits give another project.</summary>
sealed record Consumer(string Yaml, string Code = "")
{
    /// <summary>Where the project lies.</summary>
    public const string Folder = "/home/somebody/project/";

    static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Append(typeof(object).Assembly.Location).Distinct()
            .Where(file => !file.Contains(".Native.", StringComparison.Ordinal))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    static readonly ImmutableArray<MetadataReference> Pipelines =
    [
        .. new[] { typeof(Pipeline), typeof(Imaging.Frame), typeof(Compute.View<>) }
            .Select(type => MetadataReference.CreateFromFile(type.Assembly.Location)),
    ];

    static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    /// <summary>Where the compiler finds the recipe; its name in the project is datasets.yaml.</summary>
    public string RecipePath { get; init; } = Folder + "datasets.yaml";

    public string RootNamespace { get; init; } = "Somebody.Project";

    public bool GeneratesEntryPoint { get; init; }

    public bool ReferencesPipelines { get; init; } = true;

    /// <summary>Further recipe files, by path.</summary>
    public ImmutableDictionary<string, string?> MoreRecipes { get; init; } = ImmutableDictionary<string, string?>.Empty;

    /// <summary>Assemblies of other people.</summary>
    public ImmutableArray<MetadataReference> MoreReferences { get; init; } = [];

    public CSharpCompilation Compilation => CSharpCompilation.Create(
        "Somebody.Project",
        Code.Length == 0 ? [] : Code.Split("// next file\n").Select((text, i) => CSharpSyntaxTree.ParseText(text, Language, $"{Folder}Code{i}.cs")),
        [.. Framework, .. ReferencesPipelines ? Pipelines : [], .. MoreReferences],
        new(Kind, nullableContextOptions: NullableContextOptions.Enable));

    OutputKind Kind => GeneratesEntryPoint ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;

    public ImmutableArray<AdditionalText> Recipes =>
        [new RecipeText(RecipePath, Yaml), .. MoreRecipes.Select(pair => new RecipeText(pair.Key, pair.Value))];

    public ProjectProperties Properties => new(RootNamespace, GeneratesEntryPoint);

    /// <summary>Runs the generator from scratch.</summary>
    public Generation Generate() => Generate(CSharpGeneratorDriver.Create(
        [new PipelineGenerator().AsSourceGenerator()], Recipes, Language, Properties,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)));

    /// <summary>Runs a generator that has run before, on what has become of the project.</summary>
    public Generation Generate(GeneratorDriver driver)
    {
        GeneratorDriver after = driver.ReplaceAdditionalTexts(Recipes).WithUpdatedAnalyzerConfigOptions(Properties)
            .RunGeneratorsAndUpdateCompilation(Compilation, out Compilation compilation, out _);
        return new(after, compilation);
    }
}
