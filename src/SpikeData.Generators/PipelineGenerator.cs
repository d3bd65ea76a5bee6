using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Turns each recipe of datasets.yaml into a typed pipeline, checked against the stages that the project can see.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PipelineGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ProjectOptions> options = context.AnalyzerConfigOptionsProvider
            .Select((provider, _) => ProjectOptions.Read(provider.GlobalOptions))
            .WithTrackingName(TrackingNames.Options);

        // The stages: those of referenced assemblies, read again only when references change, and the project's own.
        IncrementalValueProvider<ImmutableArray<string?>> documentation = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => RecipeFile.IsDocumentation(pair.Right.GetOptions(pair.Left)))
            .Select((pair, cancellation) => RecipeFile.TextOf(pair.Left, cancellation))
            .Collect();
        IncrementalValueProvider<StageSet> referenced = context.MetadataReferencesProvider.Collect().Combine(documentation)
            .Select((pair, cancellation) => ReferencedStages.Read(pair.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.ReferencedStages);
        IncrementalValueProvider<StageSet> declared = DeclaredStages.Find(context)
            .WithTrackingName(TrackingNames.DeclaredStages);
        IncrementalValueProvider<StageCatalog> catalog = referenced.Combine(declared)
            .Select((sets, _) => StageCatalog.Join(sets.Left, sets.Right))
            .WithTrackingName(TrackingNames.Catalog);

        // The recipes: each file read and checked as a whole, then a model for each recipe that says nothing about lines.
        IncrementalValuesProvider<RecipeFile> files = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => RecipeFile.IsRecipe(pair.Right.GetOptions(pair.Left)))
            .Combine(options)
            .Select((pair, cancellation) => RecipeFile.Read(pair.Left.Left, pair.Right, cancellation))
            .WithTrackingName(TrackingNames.Files);
        IncrementalValueProvider<Library> library = files.Collect().Combine(catalog)
            .Select((pair, _) => Library.Read(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Library);

        // The source of a pipeline depends on its recipe, the code of the project's own stages, and names that the project has taken.
        IncrementalValueProvider<EquatableArray<CodeDigest>> digests = CodeDigests.Find(context, declared, referenced)
            .WithTrackingName(TrackingNames.CodeDigests);
        IncrementalValueProvider<EquatableArray<string>> shadowed = context.CompilationProvider.Combine(catalog).Combine(options)
            .Select((pair, _) => ShadowedNames.Find(pair.Left.Left, pair.Left.Right, pair.Right))
            .WithTrackingName(TrackingNames.ShadowedNames);
        IncrementalValuesProvider<PipelineModel> pipelines = library.Combine(options).Combine(digests).Combine(shadowed)
            .SelectMany((all, _) => PipelineModel.Of(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Pipelines);
        IncrementalValueProvider<bool> ownsMain = context.CompilationProvider
            .Select((compilation, cancellation) => compilation.GetEntryPoint(cancellation) is not null)
            .WithTrackingName(TrackingNames.OwnsMain);
        IncrementalValueProvider<DatasetsModel> datasets = library.Combine(options).Combine(shadowed).Combine(ownsMain)
            .Select((all, _) => DatasetsModel.Of(all.Left.Left.Left, all.Left.Left.Right, all.Left.Right, all.Right))
            .WithTrackingName(TrackingNames.Datasets);
        IncrementalValueProvider<MarksModel> marks = library.Combine(options).Combine(shadowed)
            .Select((all, _) => new MarksModel(all.Left.Left, all.Left.Right.Namespace, all.Right))
            .WithTrackingName(TrackingNames.Marks);

        // Only who names a schema is given one: it is larger than all the rest.
        IncrementalValueProvider<StageSchemas?> schema = catalog.Combine(files.Select((file, _) => file.NamesSchema).Collect())
            .Select((pair, _) => pair.Right.Contains(true) ? pair.Left.Schemas : null)
            .WithTrackingName(TrackingNames.Schema);

        context.RegisterSourceOutput(catalog, (output, all) => Report.All(output, all.Findings));
        context.RegisterSourceOutput(library, (output, all) => Report.All(output, all.Findings));
        context.RegisterSourceOutput(pipelines, (output, model) => Report.Guard(output, () => PipelineWriter.Write(output, model)));
        context.RegisterSourceOutput(datasets, (output, model) => Report.Guard(output, () => DatasetsWriter.Write(output, model)));
        context.RegisterSourceOutput(marks, (output, model) => Report.Guard(output, () => MarksWriter.Write(output, model)));
        context.RegisterSourceOutput(schema, (output, all) =>
        {
            if (all is not null) Report.Guard(output, () => SchemaWriter.Write(output, all));
        });
    }
}
