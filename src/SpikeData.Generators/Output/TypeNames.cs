using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>How generated code writes types: by their short names, made known by aliases at the top, or in full where that would mislead.</summary>
sealed class TypeNames(EquatableArray<string> shadowed, IEnumerable<string> taken)
{
    readonly Dictionary<string, string> aliases = taken.ToDictionary(name => name);

    /// <summary>The lines <c>using Clip = global::SpikeData.Pipelines.Clip;</c> for what has been written so far, sorted.</summary>
    public IEnumerable<string> Aliases => aliases.Where(pair => pair.Key != pair.Value)
        .OrderBy(pair => pair.Value, StringComparer.Ordinal).Select(pair => $"using {pair.Key} = global::{pair.Value};");

    /// <summary>What to write for a type.</summary>
    public string this[string fullName]
    {
        get
        {
            string name = Short(fullName);
            if (name == fullName || shadowed.Contains(fullName)) return "global::" + fullName;
            if (!aliases.ContainsKey(name)) aliases.Add(name, fullName);
            return aliases[name] == fullName ? name : "global::" + fullName;
        }
    }

    /// <summary>What to declare a local variable of a type with; lists and generic types are left to the compiler.</summary>
    public string Local(string fullName) => fullName.IndexOfAny(['<', '[', '(']) >= 0 || Short(fullName) == fullName ? "var" : this[fullName];

    public static string Short(string fullName) => fullName.Substring(fullName.LastIndexOf('.') + 1);

    /// <summary>The full names of all types that pipelines may mention.</summary>
    public static IEnumerable<string> Of(StageSchemas schemas) =>
    [
        Contract.Pipeline, Contract.Dataset, Contract.DatasetProgram, Contract.RecipeMark, Contract.ClipSource, Contract.NamedModel,
        ContractNames.Clip, ContractNames.Samples,
        .. schemas.Stages.SelectMany(stage => new[] { stage.TypeName, stage.Output.TypeName }),
        .. schemas.Choices.SelectMany(choice => choice.Variants).Select(variant => variant.TypeName),
        .. schemas.Stages.SelectMany(stage => stage.Parameters)
            .Concat(schemas.Choices.SelectMany(choice => choice.Variants).SelectMany(variant => variant.Parameters))
            .Select(parameter => NameOf(parameter.Type)).OfType<string>(),
    ];

    static string? NameOf(ParameterType type) => type switch
    {
        ParameterType.Word word => word.TypeName,
        ParameterType.Scalar scalar => scalar.TypeName,
        ParameterType.List list => NameOf(list.Item),
        _ => null,
    };
}
