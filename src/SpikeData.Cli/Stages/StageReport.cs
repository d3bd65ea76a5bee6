using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary>The stages and their parameters, for programs.</summary>
static class StageReport
{
    internal static object Of(StageSchema stage, StageSchemas schemas) => new
    {
        name = stage.Name,
        version = stage.Version,
        summary = stage.Summary,
        takes = stage.IsSource ? null : Wording.TypeName(stage.Input.TypeName),
        gives = Wording.TypeName(stage.Output.TypeName),
        keys = stage.Parameters.Select(key => Of(key, schemas)),
    };

    static object Of(ParameterSchema key, StageSchemas schemas) => new
    {
        name = key.Name,
        summary = key.Summary,
        form = Wording.Form(key, schemas),
        required = key.Required,
        preset = key.Default,
        variants = Variants(key.Type, schemas),
    };

    /// <summary>The variants that a value names, each with keys of its own; null where it names none.</summary>
    static object? Variants(ParameterType type, StageSchemas schemas) => type switch
    {
        ParameterType.List list => Variants(list.Item, schemas),
        ParameterType.Choice choice => schemas.Choice(choice.TypeName).Variants
            .Select(variant => new { name = variant.Name, summary = variant.Summary, keys = variant.Parameters.Select(key => Of(key, schemas)) }),
        _ => null,
    };
}
