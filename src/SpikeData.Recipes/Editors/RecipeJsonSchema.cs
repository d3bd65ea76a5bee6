namespace SpikeData.Recipes;

/// <summary>Writes the JSON schema (draft 7) by which editors complete and check recipe files: stages, parameters, ranges.</summary>
/// <remarks>What a schema cannot say, such as the order of stages, is left to the build.</remarks>
public static class RecipeJsonSchema
{
    const string Reference = "#/definitions/", Title = "Recipes of spike-camera data sets";

    /// <summary>Whether a text is such a schema, of these stages or of others.</summary>
    public static bool IsOne(string text) => text.Contains($"\"title\": \"{Title}\"");

    public static string Write(StageSchemas schemas)
    {
        schemas = Sorted(schemas);
        ParameterJson parameters = new(schemas, Reference);
        return JsonText.Of(Object(
            ("$schema", "http://json-schema.org/draft-07/schema#"),
            ("title", Title),
            ("type", "object"),
            ("anyOf", new[] { Object(("required", new[] { "datasets" })), Object(("required", new[] { "models" })) }),
            ("properties", Object(
                ("datasets", ByName("The data sets by name, each with the stages that make it.", Ref("recipe"))),
                ("models", ByName("What is trained from the data sets, by name.", Object(
                    ("anyOf", schemas.Choice(ContractNames.Model).Variants.Select(parameters.Model))))))),
            ("patternProperties", Object(("^x-", Object(("description", "A place for what aliases refer to."))))),
            ("additionalProperties", false),
            ("definitions", (List<(string, object?)>)
            [
                ("recipe", Object(("anyOf", new[] { Ref("stages"), Ref("recipe-with-parts") }))),
                ("recipe-with-parts", Parts()),
                ("stages", Stages(schemas, isWhole: true)),
                ("overrides", Stages(schemas, isWhole: false)),
                .. schemas.Stages.Select(stage => ("stage-" + stage.Name, (object?)parameters.Stage(stage))),
                .. schemas.Choices.Where(choice => choice.TypeName != ContractNames.Model).Select(choice => ("choice-" + choice.TypeName, (object?)parameters.Choice(choice))),
            ])));
    }

    /// <summary>By name, in whatever order they were found.</summary>
    static StageSchemas Sorted(StageSchemas schemas) => new(
        schemas.Stages.OrderBy(stage => stage.Name, StringComparer.Ordinal).ToEquatableArray(),
        schemas.Choices.OrderBy(choice => choice.TypeName, StringComparer.Ordinal)
            .Select(choice => choice with { Variants = choice.Variants.OrderBy(variant => variant.Name, StringComparer.Ordinal).ToEquatableArray() }).ToEquatableArray());

    static object ByName(string description, object entry) => Object(
        ("description", description),
        ("type", "object"),
        ("propertyNames", Object(("pattern", "^[a-z][a-z0-9]*(-[a-z0-9]+)*$"), ("maxLength", 64))),
        ("additionalProperties", entry));

    static object Parts() => Object(
        ("type", "object"),
        ("properties", Object(
            ("description", Object(("description", "What the recipe is for."), ("type", "string"))),
            ("extends", Object(("description", "Another recipe of the file, whose stages are taken over."), ("type", "string"))),
            ("matrix", Object(
                ("description", "Parameters with several values; one data set is made of each combination, such as demo-1, demo-2."),
                ("type", "object"),
                ("additionalProperties", Object(
                    ("type", "array"), ("minItems", 1), ("items", Object(("type", new[] { "string", "number", "boolean" }))))))),
            ("stages", Object(("description", "The stages in their order; with 'extends', those to override."))))),
        ("additionalProperties", false),
        ("if", Object(("required", new[] { "extends" }))),
        ("then", Object(("properties", Object(("stages", Ref("overrides")))))),
        ("else", Object(("required", new[] { "stages" }), ("properties", Object(("stages", Ref("stages")))))));

    /// <summary>A list of stages, each a name or a name with parameters; as overrides they need not be complete.</summary>
    /// <remarks>The forms are told apart by an 'if', so that editors say what is wrong with the one at hand. A name is a pattern and no list of
    /// words: editors complete the words of a list and the keys of a map together, as <c>write: write</c>.</remarks>
    static object Stages(StageSchemas schemas, bool isWhole)
    {
        string[] alone = [.. schemas.Stages.Where(stage => !isWhole || Required(stage).Length == 0).Select(stage => stage.Name)];
        return Object(
            ("type", "array"),
            ("items", Object(
                ("if", Object(("type", "string"))),
                ("then", Object(
                    ("pattern", $"^({string.Join("|", alone)})$"),
                    ("patternErrorMessage", $"No stage of this name works without parameters; these do: {string.Join(", ", alone)}."))),
                ("else", Object(
                    ("type", "object"),
                    ("minProperties", 1),
                    ("maxProperties", 1),
                    ("properties", schemas.Stages.Select(stage => (stage.Name, (object?)Stage(stage, isWhole)))),
                    ("additionalProperties", false))))));
    }

    static object Stage(StageSchema stage, bool isWhole)
    {
        string[] required = Required(stage);
        object parameters = Ref("stage-" + stage.Name);
        return isWhole && required.Length > 0
            ? Object(("description", stage.Summary), ("type", "object"), ("allOf", new[] { parameters, Object(("required", required)) }))
            : Object(("description", stage.Summary), ("anyOf", new[] { parameters, Object(("type", "null")) }));
    }

    static string[] Required(StageSchema stage) => [.. stage.Parameters.Where(parameter => parameter.Required).Select(parameter => parameter.Name)];

    static object Ref(string name) => Object(("$ref", Reference + name));

    internal static object Object(params (string Name, object? Value)[] members) => members;
}
