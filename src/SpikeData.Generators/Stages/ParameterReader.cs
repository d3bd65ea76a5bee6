using System.Globalization;
using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Reads the parameters of a stage's or variant's constructor.</summary>
sealed class ParameterReader(INamedTypeSymbol type, Action<string, string, ISymbol> report)
{
    readonly DocumentationText documentation = DocumentationText.Of(type);

    public EquatableArray<ParameterSchema> Read()
    {
        IMethodSymbol? constructor = type.InstanceConstructors
            .Where(candidate => candidate.DeclaredAccessibility == Accessibility.Public && !IsCopy(candidate))
            .OrderByDescending(candidate => candidate.Parameters.Length).FirstOrDefault();
        return constructor is null ? default : constructor.Parameters.Select(Parameter).OfType<ParameterSchema>().ToEquatableArray();
    }

    static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters.Length == 1 && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    ParameterSchema? Parameter(IParameterSymbol parameter)
    {
        ParameterType? form = FormOf(parameter.Type);
        if (form is null)
        {
            string typeName = parameter.Type.ToDisplayString();
            string message = $"Parameter '{parameter.Name}' of '{type.Name}' has the type {typeName}, which YAML has no form for. "
                + "Use bool, a whole or floating number, string, an enum, a type marked [Scalar], an interface with [Variant] records, "
                + "or a list of one of them.";
            report(FindingId.BadParameter, message, parameter);
            return null;
        }

        return new(
            KebabCase.Of(parameter.Name), parameter.Name, form, Required: !parameter.HasExplicitDefaultValue,
            documentation.Parameter(parameter.Name), DefaultOf(parameter, form), RangeOf(parameter));
    }

    static ParameterType? FormOf(ITypeSymbol type)
    {
        type = WithoutNull(type);
        if (ItemOf(type) is { } item) return FormOf(item) is { } form and not ParameterType.List ? new ParameterType.List(form) : null;
        if (type.SpecialType == SpecialType.System_Boolean) return new ParameterType.Flag();
        if (type.SpecialType == SpecialType.System_String) return new ParameterType.Text();
        string name = Contract.NameOf(type);
        if (name == ContractNames.Dataset) return new ParameterType.DatasetName();
        if (Contract.Find(type, Contract.ScalarAttribute) is { } scalar)
            return ScalarOf(type, name, scalar);
        return type.TypeKind switch
        {
            TypeKind.Enum => new ParameterType.Word(name, type.GetMembers().OfType<IFieldSymbol>().Select(WordOf).ToEquatableArray()),
            TypeKind.Interface when type is INamedTypeSymbol { IsGenericType: false } => new ParameterType.Choice(name),
            _ => ParameterType.OfNumber(name),
        };
    }

    static ParameterType.Scalar ScalarOf(ITypeSymbol type, string name, AttributeData mark)
    {
        IEnumerable<IParameterSymbol> parts = type.GetMembers(WellKnownMemberNames.InstanceConstructorName).OfType<IMethodSymbol>()
            .OrderByDescending(constructor => constructor.Parameters.Length).FirstOrDefault()?.Parameters ?? [];
        return new(name, Contract.Argument<string>(mark, 0) ?? "", Contract.Argument<string>(mark, 1) ?? "")
        {
            Ascending = Contract.Argument<bool>(mark, "Ascending"),
            Parts = (parts.All(part => FormOf(part.Type) is ParameterType.WholeNumber) ? parts.Select(part => part.Name) : []).ToEquatableArray(),
        };
    }

    static ITypeSymbol WithoutNull(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    /// <summary>The item of a type that a list can be given for, which is one that arrays are assignable to.</summary>
    static ITypeSymbol? ItemOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
        INamedTypeSymbol
        {
            OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IReadOnlyList_T
                or SpecialType.System_Collections_Generic_IReadOnlyCollection_T or SpecialType.System_Collections_Generic_IEnumerable_T
        } list => list.TypeArguments[0],
        _ => null,
    };

    static WordSchema WordOf(IFieldSymbol member) => new(KebabCase.Of(member.Name), member.Name, DocumentationText.Of(member).Summary);

    static string? DefaultOf(IParameterSymbol parameter, ParameterType form)
    {
        object? value = parameter.HasExplicitDefaultValue ? parameter.ExplicitDefaultValue : null;
        if (value is null) return null;
        if (value is bool truth) return truth ? "true" : "false";
        if (form is not ParameterType.Word) return Convert.ToString(value, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null;
        IEnumerable<IFieldSymbol> members = WithoutNull(parameter.Type).GetMembers().OfType<IFieldSymbol>();
        return members.FirstOrDefault(member => Equals(member.ConstantValue, value)) is { } word ? KebabCase.Of(word.Name) : null;
    }

    static NumberRange? RangeOf(IParameterSymbol parameter) => Contract.Find(parameter, Contract.RangeAttribute) is { } range
        ? new(Contract.Argument<double>(range, 0), Contract.Argument<double>(range, 1), Contract.Argument<string>(range, "Unit") ?? "")
        : null;
}
