using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Reads the signatures of stages and variants from the compiler's symbols, and says what keeps a type from being one.</summary>
sealed class StageReader
{
    readonly List<Placed<StageSchema>> stages = [];
    readonly List<Placed<VariantEntry>> variants = [];
    readonly List<Finding> findings = [];

    public void Stage(INamedTypeSymbol type, AttributeData mark) => Guard(type, () => ReadStage(type, mark));

    public void Variant(INamedTypeSymbol type, AttributeData mark) => Guard(type, () => ReadVariant(type, mark));

    void ReadStage(INamedTypeSymbol type, AttributeData mark)
    {
        int before = findings.Count;
        string name = NameOf(type, mark, "stage");
        (FlowInput Input, FlowOutput Output)? flow = FlowOf(type);
        EquatableArray<ParameterSchema> parameters = new ParameterReader(type, Add).Read();
        if (findings.Count > before || flow is not { } ends) return;
        string summary = DocumentationText.Of(type).Summary;
        StageSchema schema = new(name, Contract.NameOf(type), VersionOf(mark), summary, ends.Input, ends.Output, parameters)
        {
            IsSource = IsSource(type),
            Constants = Contract.FindAll(type, Contract.ConstantAttribute).Select(ConstantOf).ToEquatableArray(),
        };
        stages.Add(new(schema, PlaceOf(type)));
    }

    void ReadVariant(INamedTypeSymbol type, AttributeData mark)
    {
        int before = findings.Count;
        string name = NameOf(type, mark, "variant");
        EquatableArray<string> interfaces = type.AllInterfaces.Where(one => !one.IsGenericType).Select(Contract.NameOf).ToEquatableArray();
        if (interfaces.Count == 0)
            Add(FindingId.NoFlow,
                $"Variant '{name}' implements no interface, so no parameter can take it. Implement the interface it is a variant of.", type);
        EquatableArray<ParameterSchema> parameters = new ParameterReader(type, Add).Read();
        if (findings.Count > before) return;
        VariantSchema schema = new(name, Contract.NameOf(type), VersionOf(mark), DocumentationText.Of(type).Summary, parameters)
        {
            TakesNumber = Contract.Argument<bool>(mark, "TakesNumber"),
        };
        variants.Add(new(new(schema, interfaces), PlaceOf(type)));
    }

    public StageSet ToSet(IEnumerable<CodeDigest> digests, bool hasContract) =>
        new(stages.ToEquatableArray(), variants.ToEquatableArray(), findings.ToEquatableArray(), digests.ToEquatableArray(), hasContract);

    string NameOf(INamedTypeSymbol type, AttributeData mark, string kind)
    {
        string name = Contract.Argument<string>(mark, 0) ?? "";
        if (!KebabCase.Is(name))
            Add(FindingId.BadName,
                $"'{name}' cannot be the name of a {kind}: names are lower-case words joined by dashes, such as '{KebabCase.Of(type.Name)}'.", type);
        if (!type.IsRecord || !type.IsSealed || type.IsGenericType || !IsPublic(type))
            Add(FindingId.NotARecord,
                $"'{type.Name}' is marked as a {kind}, which is a sealed, public record without type parameters. "
                + $"Declare it 'public sealed record {type.Name}(...)'.", type);
        return name;
    }

    static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    (FlowInput Input, FlowOutput Output)? FlowOf(INamedTypeSymbol type)
    {
        List<INamedTypeSymbol> flows = [.. type.AllInterfaces.Where(IsFlow)];
        if (flows.Count != 1)
        {
            Add(FindingId.NoFlow, flows.Count == 0
                ? $"Stage '{type.Name}' does not say what it takes and gives. Implement IStage<TInput, TOutput>."
                : $"Stage '{type.Name}' implements IStage {flows.Count} times. Make a stage of each.", type);
            return null;
        }

        if (!Lineage(type).Any(one => one.GetMembers("Apply").Any(member => member.DeclaredAccessibility == Accessibility.Public)))
            Add(FindingId.NoFlow, $"Stage '{type.Name}' has no public method 'Apply'. Implement IStage implicitly.", type);
        (ITypeSymbol input, ITypeSymbol output) = (flows[0].TypeArguments[0], flows[0].TypeArguments[1]);
        bool takesEvery = input is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T };
        return (
            new(Contract.NameOf(takesEvery ? ((INamedTypeSymbol)input).TypeArguments[0] : input), takesEvery),
            IsSource(type) ? new(ContractNames.Clip, new([ContractNames.Clip])) : OutputOf(output));
    }

    static bool IsSource(INamedTypeSymbol type) => type.AllInterfaces.Any(one => Contract.NameOf(one) == Contract.ClipSource);

    static FlowOutput OutputOf(ITypeSymbol type) =>
        new(Contract.NameOf(type), Lineage(type).Concat(type.AllInterfaces).Select(Contract.NameOf).ToEquatableArray());

    static IEnumerable<ITypeSymbol> Lineage(ITypeSymbol type)
    {
        for (ITypeSymbol? one = type; one is { SpecialType: not SpecialType.System_Object }; one = one.BaseType) yield return one;
    }

    static bool IsFlow(INamedTypeSymbol type) =>
        type is { IsGenericType: true, TypeArguments.Length: 2 } && Contract.NameOf(type).StartsWith(Contract.Stage + "<", StringComparison.Ordinal);

    static ConstantSchema ConstantOf(AttributeData mark) =>
        new(Contract.Argument<string>(mark, 0) ?? "", Contract.Argument<string>(mark, 1) ?? "", Contract.Argument<string>(mark, 2) ?? "");

    static int VersionOf(AttributeData mark) => Contract.Argument<int>(mark, "Version") is var version && version == 0 ? 1 : version;

    void Guard(ISymbol type, Action read)
    {
        try
        {
            read();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            findings.Add(Report.Failure(error, PlaceOf(type)));
        }
    }

    void Add(string id, string message, ISymbol symbol) => findings.Add(new(id, message, PlaceOf(symbol)));

    static Place? PlaceOf(ISymbol symbol) => Place.Of(symbol.Locations.FirstOrDefault());
}
