using System.Globalization;
using System.Reflection;
using SpikeData.Pipelines;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>Reads the signature of a stage or variant: its constructor parameters are the keys of a recipe.</summary>
sealed class SignatureReader(Documentation documentation)
{
    /// <summary>Whether a parameter of this type is a choice among variants.</summary>
    internal static bool IsChoice(Type type) => type is { IsInterface: true, IsGenericType: false };

    /// <summary>The constructor whose parameters are the keys.</summary>
    internal static ConstructorInfo ConstructorOf(Type type) => type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)!;

    internal StageSchema Stage(Type type, StageAttribute stage)
    {
        Type[] flow = type.GetInterfaces().First(contract => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IStage<,>)).GetGenericArguments();
        bool isSource = type.IsAssignableTo(typeof(IClipSource));
        return new(stage.Name, type.FullName!, stage.Version, documentation.SummaryOf(type), Input(flow[0]), Output(isSource ? typeof(Clip) : flow[1]), Parameters(type))
        {
            IsSource = isSource,
        };
    }

    internal VariantSchema Variant(Type type, VariantAttribute variant) =>
        new(variant.Name, type.FullName!, variant.Version, documentation.SummaryOf(type), Parameters(type)) { TakesNumber = variant.TakesNumber };

    static FlowInput Input(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        ? new(type.GetGenericArguments()[0].FullName!, TakesEvery: true)
        : new(type.FullName!);

    static FlowOutput Output(Type type) => new(type.FullName!, Ancestors(type).Select(ancestor => ancestor.FullName!).ToEquatableArray());

    static IEnumerable<Type> Ancestors(Type type)
    {
        for (Type? ancestor = type; ancestor is not null; ancestor = ancestor.BaseType) yield return ancestor;
        foreach (Type contract in type.GetInterfaces()) yield return contract;
    }

    EquatableArray<ParameterSchema> Parameters(Type type) =>
        ConstructorOf(type).GetParameters().Select(parameter => Parameter(type, parameter)).ToEquatableArray();

    ParameterSchema Parameter(Type type, ParameterInfo parameter) => new(
        KebabCase.Of(parameter.Name!),
        parameter.Name!,
        Form(Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType),
        Required: !parameter.HasDefaultValue,
        documentation.SummaryOf(type, parameter),
        parameter.HasDefaultValue ? Text(parameter.DefaultValue, parameter.ParameterType) : null,
        parameter.GetCustomAttribute<RangeAttribute>() is { } range ? new(range.Minimum, range.Maximum, range.Unit) : null);

    ParameterType Form(Type type) => type switch
    {
        _ when type == typeof(bool) => new ParameterType.Flag(),
        _ when type == typeof(Dataset) => new ParameterType.DatasetName(),
        _ when type == typeof(string) => new ParameterType.Text(),
        { IsEnum: true } => new ParameterType.Word(type.FullName!, Enum.GetNames(type).Select(name => new WordSchema(KebabCase.Of(name), name, documentation.SummaryOf(type, name))).ToEquatableArray()),
        _ when type.GetCustomAttribute<ScalarAttribute>() is { } scalar => new ParameterType.Scalar(type.FullName!, scalar.Pattern, scalar.Example) { Ascending = scalar.Ascending },
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) => new ParameterType.List(Form(type.GetGenericArguments()[0])),
        _ when IsChoice(type) => new ParameterType.Choice(type.FullName!),
        _ => ParameterType.OfNumber(Keyword(type)) ?? throw new InvalidOperationException($"A stage parameter cannot have the type {type}."),
    };

    static ParameterType.Scalar Scalar(Type type, ScalarAttribute scalar)
    {
        ParameterInfo[] parts = type.GetConstructors().MaxBy(constructor => constructor.GetParameters().Length)?.GetParameters() ?? [];
        bool numbers = parts.All(part => ParameterType.OfNumber(Keyword(Nullable.GetUnderlyingType(part.ParameterType) ?? part.ParameterType)) is ParameterType.WholeNumber);
        return new(type.FullName!, scalar.Pattern, scalar.Example)
        {
            Ascending = scalar.Ascending,
            Parts = (numbers ? parts.Select(part => part.Name!) : []).ToEquatableArray(),
        };
    }

    static string Keyword(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => "byte",
        TypeCode.Int32 => "int",
        TypeCode.UInt32 => "uint",
        TypeCode.Int64 => "long",
        TypeCode.UInt64 => "ulong",
        TypeCode.Single => "float",
        TypeCode.Double => "double",
        _ => type.Name,
    };

    static string? Text(object? value, Type type) => value switch
    {
        null or "" => null,
        bool flag => flag ? "true" : "false",
        _ when type.IsEnum => KebabCase.Of(Enum.GetName(type, value)!),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}
