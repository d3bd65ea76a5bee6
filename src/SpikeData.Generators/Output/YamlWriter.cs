using System.Globalization;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes a stage as a recipe does, for the documentation of generated code.</summary>
static class YamlWriter
{
    /// <summary>Such as <c>expose: { frames: 97, skip: 7 }</c>.</summary>
    public static string Stage(RecipeStage stage) =>
        stage.Arguments.Count == 0 ? stage.Schema.Name : $"{stage.Schema.Name}: {{ {Arguments(stage.Arguments)} }}";

    static string Arguments(EquatableArray<Argument> arguments) =>
        string.Join(", ", arguments.Select(argument => $"{argument.Parameter.Name}: {Value(argument.Value)}"));

    static string Value(RecipeValue value) => value switch
    {
        RecipeValue.Flag flag => flag.Value ? "true" : "false",
        RecipeValue.WholeNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        RecipeValue.Number number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        RecipeValue.Text text => text.Value,
        RecipeValue.Word word => KebabCase.Of(word.MemberName),
        RecipeValue.Scalar scalar => scalar.Value,
        RecipeValue.Choice { Arguments.Count: 0 } choice => choice.Variant.Name,
        RecipeValue.Choice choice => $"{{ {choice.Variant.Name}: {{ {Arguments(choice.Arguments)} }} }}",
        RecipeValue.List list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        _ => "",
    };
}
