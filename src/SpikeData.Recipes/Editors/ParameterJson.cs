using System.Globalization;

namespace SpikeData.Recipes;

/// <summary>The JSON schema of parameters: forms, ranges, defaults, help texts.</summary>
sealed class ParameterJson(StageSchemas schemas, string reference)
{
    /// <summary>A stage's parameters, with those of its choices' variants, which may stand beside the choice.</summary>
    public object Stage(StageSchema stage)
    {
        List<(string, object?)> own = [.. stage.Parameters.Select(parameter => (parameter.Name, (object?)Parameter(parameter)))];
        HashSet<string> names = [.. stage.Parameters.Select(parameter => parameter.Name)];
        IEnumerable<(string, object?)> beside =
            from parameter in stage.Parameters
            where parameter.Type is ParameterType.Choice
            from variant in schemas.Choice(((ParameterType.Choice)parameter.Type).TypeName).Variants
            from further in variant.Parameters
            where names.Add(further.Name)
            select (further.Name, (object?)Parameter(further, $"With '{parameter.Name}: {variant.Name}'. "));
        return Object([.. own, .. beside], []);
    }

    /// <summary>One of the variants by name, or by name with its parameters.</summary>
    public object Choice(ChoiceSchema choice) => RecipeJsonSchema.Object(("anyOf", choice.Variants.SelectMany(Ways)));

    /// <summary>An entry of 'models': the parameters of a kind of model.</summary>
    public object Model(VariantSchema kind) => Object(
        [("kind", RecipeJsonSchema.Object(("const", kind.Name))), .. kind.Parameters.Select(parameter => (parameter.Name, (object?)Parameter(parameter)))],
        [.. kind.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name)]);

    static object Object(List<(string, object?)> properties, string[] required) => RecipeJsonSchema.Object(
        ("type", "object"), ("required", required.Length == 0 ? null : required), ("properties", properties), ("additionalProperties", false));

    IEnumerable<object> Ways(VariantSchema variant)
    {
        string[] required = [.. variant.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name)];
        if (variant.TakesNumber) yield return Parameter(variant.Parameters[0] with { Summary = variant.Summary });
        yield return RecipeJsonSchema.Object(("const", variant.Name), ("description", Text(variant.Summary)));
        object own = Object([.. variant.Parameters.Select(parameter => (parameter.Name, (object?)Parameter(parameter)))], required);
        yield return Object([(variant.Name, RecipeJsonSchema.Object(
            ("description", Text(variant.Summary)),
            ("anyOf", required.Length == 0 ? new[] { own, RecipeJsonSchema.Object(("type", "null")) } : [own])))], [variant.Name]);
    }

    object Parameter(ParameterSchema parameter, string before = "")
    {
        string unit = parameter.Range is { Unit.Length: > 0 } range ? $" In {range.Unit}." : "";
        string help = (before + parameter.Summary + unit).Trim();
        List<(string, object?)> members = [("description", Text(help)), .. Form(parameter.Type, parameter.Range)];
        if (parameter.Default is { } text) members.Add(("default", Default(parameter.Type, text)));
        return members;
    }

    IEnumerable<(string, object?)> Form(ParameterType type, NumberRange? range) => type switch
    {
        ParameterType.Flag => [("type", "boolean")],
        ParameterType.WholeNumber number =>
            [("type", "integer"), ("minimum", range?.Minimum ?? (object)number.Minimum), ("maximum", range?.Maximum ?? (object)number.Maximum)],
        ParameterType.Number => [("type", "number"), ("minimum", range?.Minimum), ("maximum", range?.Maximum)],
        ParameterType.Text => [("type", new[] { "string", "number", "boolean" })],
        ParameterType.Word word => [("anyOf", word.Words.Select(Word))],
        ParameterType.Scalar scalar => [("type", "string"), ("pattern", $"^(?:{scalar.Pattern})$"), ("examples", new[] { scalar.Example })],
        ParameterType.Choice choice => [("anyOf", new[] { RecipeJsonSchema.Object(("$ref", $"{reference}choice-{choice.TypeName}")) })],
        ParameterType.DatasetName => [("type", "string")],
        ParameterType.List list => [("type", "array"), ("items", Form(list.Item, range))],
        _ => [],
    };

    static object Word(WordSchema word) => RecipeJsonSchema.Object(("const", word.Name), ("description", Text(word.Summary)));

    static object? Default(ParameterType type, string text) => type switch
    {
        ParameterType.Flag => text == "true",
        ParameterType.WholeNumber when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) => number,
        ParameterType.Number when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) => number,
        _ => text,
    };

    static string? Text(string text) => text.Length == 0 ? null : text;
}
