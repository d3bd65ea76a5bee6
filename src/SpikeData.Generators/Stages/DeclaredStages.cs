using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>The stages and variants that the project itself declares.</summary>
static class DeclaredStages
{
    public static IncrementalValueProvider<StageSet> Find(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<StageSet>> stages =
            Marked(context, Contract.StageAttribute, (reader, type, mark) => reader.Stage(type, mark));
        IncrementalValueProvider<ImmutableArray<StageSet>> variants =
            Marked(context, Contract.VariantAttribute, (reader, type, mark) => reader.Variant(type, mark));
        return stages.Combine(variants).Select((both, _) => Join([.. both.Left, .. both.Right]));
    }

    static IncrementalValueProvider<ImmutableArray<StageSet>> Marked(
        IncrementalGeneratorInitializationContext context, string attribute, Action<StageReader, INamedTypeSymbol, AttributeData> read) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(attribute, (node, _) => node is TypeDeclarationSyntax, (found, _) =>
        {
            StageReader reader = new();
            read(reader, (INamedTypeSymbol)found.TargetSymbol, found.Attributes[0]);
            return reader.ToSet([], hasContract: true);
        }).Collect();

    static StageSet Join(IReadOnlyList<StageSet> sets) => new(
        sets.SelectMany(set => set.Stages).ToEquatableArray(),
        sets.SelectMany(set => set.Variants).ToEquatableArray(),
        sets.SelectMany(set => set.Findings).ToEquatableArray(),
        default,
        sets.Count > 0);
}
