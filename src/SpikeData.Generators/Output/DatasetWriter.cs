using System.Globalization;
using System.Text.RegularExpressions;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the data set of a recipe: its samples as C# sees them, and the recipe's numbers as constants.</summary>
static class DatasetWriter
{
    public static void Write(CodeWriter code, Recipe recipe, PipelineNames names, TypeNames types)
    {
        code.Line($"/// <summary>The data set <c>{recipe.Name}</c>, with the numbers of its recipe as constants.</summary>");
        using (code.Block($"public sealed class {names.DatasetClass}() : {types[Contract.Dataset]}(new {names.PipelineClass}())"))
        {
            HashSet<string> used = ["Pipeline", "Samples", names.DatasetClass];
            for (int i = 0; i < recipe.Stages.Count; i++)
            {
                foreach ((string name, string type, string value, string key) in Constants(recipe.Stages[i]).Where(constant => used.Add(names.Properties[i] + constant.Name)))
                {
                    code.Line($"/// <summary><c>{recipe.Stages[i].Schema.Name}: {{ {CodeWriter.Xml(key)} }}</c></summary>")
                        .Line($"public const {type} {names.Properties[i]}{name} = {value};")
                        .Line();
                }
            }

            code.Line("/// <summary>The recipe, typed.</summary>").Line($"public new {names.PipelineClass} Pipeline => ({names.PipelineClass})base.Pipeline;");
        }
    }

    /// <summary>The numbers of a stage, given or by default; of a word such as <c>640x360</c> its numbers.</summary>
    static IEnumerable<(string Name, string Type, string Value, string Key)> Constants(RecipeStage stage)
    {
        foreach (ParameterSchema parameter in stage.Schema.Parameters)
        {
            RecipeValue? given = stage.Arguments.FirstOrDefault(argument => argument.Parameter == parameter)?.Value;
            string name = Upper(parameter.MemberName);
            switch (parameter.Type, given)
            {
                case (ParameterType.WholeNumber type, _) when Digits(given, parameter.Default) is { } digits:
                    yield return (name, type.TypeName, digits, $"{parameter.Name}: {digits}");
                    break;
                case (ParameterType.Number type, RecipeValue.Number number):
                    yield return (name, type.TypeName, ValueWriter.Number(number.Value, type.TypeName), $"{parameter.Name}: {number.Value.ToString("R", CultureInfo.InvariantCulture)}");
                    break;
                case (ParameterType.Scalar type, RecipeValue.Scalar word):
                    List<string> numbers = [.. Regex.Matches(word.Value, "[0-9]+").Cast<Match>().Select(match => match.Value).Where(text => int.TryParse(text, out _))];
                    if (numbers.Count != type.Parts.Count) break;
                    for (int i = 0; i < numbers.Count; i++) yield return (name + type.Parts[i], "int", int.Parse(numbers[i]).ToString(CultureInfo.InvariantCulture), $"{parameter.Name}: {word.Value}");
                    break;
            }
        }
    }

    static string? Digits(RecipeValue? given, string? fallback) => given is RecipeValue.WholeNumber number ? number.Value.ToString(CultureInfo.InvariantCulture) : fallback;

    static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
