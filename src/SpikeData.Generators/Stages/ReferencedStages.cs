using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SpikeData.Generators;

/// <summary>The stages and variants of referenced assemblies.</summary>
static class ReferencedStages
{
    /// <summary>Reads them by way of an empty compilation, so that an edit of the project's code does not read them again.</summary>
    /// <param name="references">The assemblies.</param>
    /// <param name="documentation">The texts of their documentation files, if the build hands them over.</param>
    /// <param name="cancellation">Ends it.</param>
    public static StageSet Read(ImmutableArray<MetadataReference> references, ImmutableArray<string?> documentation, CancellationToken cancellation)
    {
        CSharpCompilation compilation = CSharpCompilation.Create("references", references: LibraryDocumentation.Attach(references, documentation));
        StageReader reader = new();
        List<CodeDigest> digests = [];
        IAssemblySymbol? contract = compilation.GetTypeByMetadataName(Contract.StageAttribute)?.ContainingAssembly;
        foreach (IAssemblySymbol assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            cancellation.ThrowIfCancellationRequested();
            if (contract is null || !MayHoldStages(assembly, contract)) continue;
            foreach (INamedTypeSymbol type in TypesOf(assembly.GlobalNamespace)) Read(type, assembly, reader, digests);
        }

        return reader.ToSet(digests, contract is not null);
    }

    static bool MayHoldStages(IAssemblySymbol assembly, IAssemblySymbol contract) =>
        SymbolEqualityComparer.Default.Equals(assembly, contract)
        || assembly.Modules.Any(module => module.ReferencedAssemblies.Any(other => other.Name == contract.Name));

    static void Read(INamedTypeSymbol type, IAssemblySymbol assembly, StageReader reader, List<CodeDigest> digests)
    {
        AttributeData? stage = Contract.Find(type, Contract.StageAttribute);
        AttributeData? variant = Contract.Find(type, Contract.VariantAttribute);
        if (stage is null && variant is null) return;
        if (stage is not null) reader.Stage(type, stage);
        if (variant is not null) reader.Variant(type, variant);
        // Our own stages have versions; for those of others, every build of their assembly counts as new.
        if (!assembly.Name.StartsWith("SpikeData.", StringComparison.Ordinal)) digests.Add(new(Contract.NameOf(type), BuildOf(assembly)));
    }

    static string BuildOf(IAssemblySymbol assembly) =>
        assembly.Modules.First().GetMetadata()?.GetModuleVersionId().ToString("N") ?? assembly.Identity.ToString();

    static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol parent)
    {
        foreach (ISymbol member in parent.GetMembers())
        {
            if (member is not INamespaceOrTypeSymbol inner) continue;
            if (inner is INamedTypeSymbol type) yield return type;
            foreach (INamedTypeSymbol nested in TypesOf(inner)) yield return nested;
        }
    }
}
