using Microsoft.CodeAnalysis;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>The names by which the generator knows the pipeline's types; it knows no stage.</summary>
static class Contract
{
    public const string StageAttribute = ContractNames.Namespace + ".StageAttribute";
    public const string VariantAttribute = ContractNames.Namespace + ".VariantAttribute";
    public const string ConstantAttribute = ContractNames.Namespace + ".ConstantAttribute";
    public const string RangeAttribute = ContractNames.Namespace + ".RangeAttribute";
    public const string ScalarAttribute = ContractNames.Namespace + ".ScalarAttribute";
    public const string Stage = ContractNames.Namespace + ".IStage";
    public const string ClipSource = ContractNames.Namespace + ".IClipSource";
    public const string Pipeline = ContractNames.Namespace + ".Pipeline";
    public const string Dataset = ContractNames.Namespace + ".Dataset";
    public const string DatasetProgram = ContractNames.Namespace + ".DatasetProgram";
    public const string NamedModel = ContractNames.Namespace + ".NamedModel";
    public const string RecipeMark = ContractNames.Namespace + ".RecipeMark";

    static readonly SymbolDisplayFormat FullName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    /// <summary>A type's full name as C# writes it, without "global::".</summary>
    public static string NameOf(ITypeSymbol type) => type.ToDisplayString(FullName);

    public static AttributeData? Find(ISymbol symbol, string attribute) => FindAll(symbol, attribute).FirstOrDefault();

    public static IEnumerable<AttributeData> FindAll(ISymbol symbol, string attribute) =>
        symbol.GetAttributes().Where(data => data.AttributeClass is { } type && NameOf(type) == attribute);

    /// <summary>An argument by place, or by name where it is set like a property.</summary>
    public static T? Argument<T>(AttributeData data, int place) =>
        data.ConstructorArguments.Length > place && data.ConstructorArguments[place].Value is T value ? value : default;

    public static T? Argument<T>(AttributeData data, string name) =>
        data.NamedArguments.FirstOrDefault(pair => pair.Key == name).Value is { Kind: TypedConstantKind.Primitive, Value: T value } ? value : default;
}
