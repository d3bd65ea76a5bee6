namespace SpikeData.Recipes;

/// <summary>Which parameter a person meant who gave a stage a bare value: <c>interpolate: rife</c> for <c>interpolate: { method: rife }</c>.</summary>
static class MeantParameter
{
    /// <summary>The parameters in braces.</summary>
    public static string Of(StageSchema? stage, YamlNode value, StageSchemas schemas)
    {
        if (stage is null || stage.Parameters.Count == 0) return "{ parameter: value }";
        string? text = (value as YamlScalar)?.Text;
        ParameterSchema? meant = text is null ? null
            : stage.Parameters.FirstOrDefault(parameter => Names(parameter.Type, text, schemas))
            ?? stage.Parameters.FirstOrDefault(parameter => MeantValue.Of(parameter, value) == text)
            ?? stage.Parameters.FirstOrDefault(parameter => parameter.Required);
        ParameterSchema shown = meant ?? stage.Parameters.FirstOrDefault(parameter => parameter.Required) ?? stage.Parameters[0];
        return $"{{ {shown.Name}: {(meant is null ? Wording.Example(shown, schemas) : Quoted(text!))} }}";
    }

    static bool Names(ParameterType type, string text, StageSchemas schemas) => type switch
    {
        ParameterType.Choice choice => schemas.Choice(choice.TypeName).Variant(text) is not null,
        ParameterType.Word word => word.Words.Any(known => known.Name == text),
        _ => false,
    };

    static string Quoted(string text) => text.IndexOfAny(['{', '*', ' ', ':', '#', ',']) >= 0 ? $"\"{text}\"" : text;
}
