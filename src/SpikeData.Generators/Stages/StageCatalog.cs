using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>All stages that recipes of the project can name, each name once.</summary>
sealed record StageCatalog(StageSchemas Schemas, EquatableArray<Finding> Findings, bool HasContract)
{
    public static StageCatalog Join(StageSet referenced, StageSet declared)
    {
        List<Finding> findings = [.. referenced.Findings, .. declared.Findings];
        List<StageSchema> stages = OncePerName(referenced.Stages.Concat(declared.Stages), stage => (stage.Name, stage.TypeName), "stage", findings);
        List<VariantEntry> variants = [.. referenced.Variants.Concat(declared.Variants).Select(variant => variant.Item)];
        foreach (string choice in Interfaces(variants).ToList())
        {
            IEnumerable<Placed<VariantEntry>> ways = referenced.Variants.Concat(declared.Variants)
                .Where(variant => variant.Item.Interfaces.Contains(choice));
            List<VariantEntry> kept = OncePerName(ways, variant => (variant.Schema.Name, variant.Schema.TypeName), "variant", findings);
            variants.RemoveAll(variant => variant.Interfaces.Contains(choice) && !kept.Contains(variant));
        }

        IEnumerable<ChoiceSchema> choices = Interfaces(variants).Select(choice => new ChoiceSchema(
            choice, variants.Where(variant => variant.Interfaces.Contains(choice)).Select(variant => variant.Schema).ToEquatableArray()));
        return new(
            new(stages.ToEquatableArray(), choices.ToEquatableArray()),
            findings.Distinct().ToEquatableArray(),
            referenced.HasContract || declared.HasContract);
    }

    static IEnumerable<string> Interfaces(IEnumerable<VariantEntry> variants) =>
        variants.SelectMany(variant => variant.Interfaces).Distinct().OrderBy(name => name, StringComparer.Ordinal);

    static List<T> OncePerName<T>(IEnumerable<Placed<T>> all, Func<T, (string Name, string TypeName)> names, string kind, List<Finding> findings)
        where T : IEquatable<T>
    {
        List<T> kept = [];
        foreach (Placed<T> one in all)
        {
            (string name, string typeName) = names(one.Item);
            T? first = kept.FirstOrDefault(other => names(other).Name == name);
            if (first is null) kept.Add(one.Item);
            else
                findings.Add(new(FindingId.BadName,
                    $"A {kind} '{name}' exists already: {names(first).TypeName}. Give {typeName} another name.", one.Place));
        }

        return kept;
    }
}
