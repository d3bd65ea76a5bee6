using System.CommandLine;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The parameters of a stage as options: <c>--scale 4</c>, with the same names, forms and defaults as in a recipe.</summary>
static class StageKeys
{
    /// <summary>One option per key, those of every variant that can be chosen included.</summary>
    internal static IEnumerable<Option<string>> Of(StageSchema stage, StageSchemas schemas) =>
        Keys(stage.Parameters, schemas).DistinctBy(key => key.Name).Select(key => Of(key, schemas));

    static Option<string> Of(ParameterSchema key, StageSchemas schemas)
    {
        Option<string> option = new("--" + key.Name) { Description = Describe(key, schemas), HelpName = "VALUE" };
        // A stage alone is compared with other implementations: nothing random happens unless asked for.
        if (key.Name == "noise") option.DefaultValueFactory = _ => "none";
        return option;
    }

    static IEnumerable<ParameterSchema> Keys(EquatableArray<ParameterSchema> parameters, StageSchemas schemas) => parameters.SelectMany(parameter =>
        parameter.Type is ParameterType.Choice choice
            ? schemas.Choice(choice.TypeName).Variants.SelectMany(variant => Keys(variant.Parameters, schemas)).Prepend(parameter)
            : [parameter]);

    static string Describe(ParameterSchema key, StageSchemas schemas)
    {
        string preset = key.Default is { } text ? $" Default: {text}." : "";
        return $"{key.Summary} Takes {Wording.Form(key, schemas)}.{preset}";
    }
}
