using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Finds the types whose short names mean something else inside the namespace of generated code; they are written in full there.</summary>
static class ShadowedNames
{
    public static EquatableArray<string> Find(Compilation compilation, StageCatalog catalog, ProjectOptions options)
    {
        List<INamespaceSymbol> around = [.. Around(compilation.GlobalNamespace, options.Namespace)];
        return TypeNames.Of(catalog.Schemas).Distinct().Where(name => IsShadowed(name, around)).ToEquatableArray();
    }

    static bool IsShadowed(string fullName, IEnumerable<INamespaceSymbol> around) =>
        around.SelectMany(space => space.GetMembers(TypeNames.Short(fullName)))
            .Any(member => member is not ITypeSymbol type || Contract.NameOf(type) != fullName);

    static IEnumerable<INamespaceSymbol> Around(INamespaceSymbol root, string name)
    {
        yield return root;
        INamespaceSymbol? space = root;
        foreach (string part in name.Split('.'))
        {
            space = space.GetMembers(part).OfType<INamespaceSymbol>().FirstOrDefault();
            if (space is null) yield break;
            yield return space;
        }
    }
}
