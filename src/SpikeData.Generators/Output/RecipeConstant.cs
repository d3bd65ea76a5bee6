using System.Globalization;
using System.Text.RegularExpressions;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>A number of a recipe, given or by default, as a C# constant.</summary>
sealed record RecipeConstant(string Name, string Type, string Value, string Summary)
{
    public static IEnumerable<RecipeConstant> All(Recipe recipe, PipelineNames names)
    {
        HashSet<string> used = ["Pipeline", "Samples", names.DatasetClass];
        IEnumerable<RecipeConstant> all = recipe.Stages.SelectMany((stage, i) =>
            from parameter in stage.Schema.Parameters
            let given = stage.Arguments.FirstOrDefault(argument => argument.Parameter == parameter)?.Value
            from constant in Of(parameter, given, names.Properties[i] + Upper(parameter.MemberName))
            select constant with { Summary = $"{stage.Schema.Name}: {{ {parameter.Name}: {constant.Summary} }}" });
        List<RecipeConstant> stated = [.. all.Where(constant => used.Add(constant.Name))];
        return stated.Concat(Following(recipe, stated).Where(constant => used.Add(constant.Name))).ToList();
    }

    /// <summary>What follows from the numbers stated, where every stage is known not to change it.</summary>
    static IEnumerable<RecipeConstant> Following(Recipe recipe, IReadOnlyList<RecipeConstant> stated)
    {
        HashSet<string> types = [.. recipe.Stages.Select(stage => stage.Schema.TypeName)];
        bool isPlain = types.Count == recipe.Stages.Count && types.All(type => type.StartsWith(ContractNames.Namespace + ".", StringComparison.Ordinal));
        if (!isPlain) return [];
        HashSet<string> names = [.. stated.Select(constant => constant.Name)];
        return from stage in recipe.Stages
               from constant in stage.Schema.Constants
               where Regex.Matches(constant.Expression, "[A-Za-z_][A-Za-z0-9_]*").Cast<Match>().All(name => names.Contains(name.Value))
               select new RecipeConstant(constant.Name, "int", constant.Expression, constant.Summary);
    }

    static IEnumerable<RecipeConstant> Of(ParameterSchema parameter, RecipeValue? given, string name) => (parameter.Type, given) switch
    {
        (ParameterType.WholeNumber type, RecipeValue.WholeNumber number) =>
            [Whole(name, type.TypeName, number.Value.ToString(CultureInfo.InvariantCulture))],
        (ParameterType.WholeNumber type, null) when parameter.Default is { } digits => [Whole(name, type.TypeName, digits)],
        (ParameterType.Number type, RecipeValue.Number number) => [Fraction(name, type.TypeName, number.Value)],
        (ParameterType.Number type, null) when Parse(parameter.Default) is { } number => [Fraction(name, type.TypeName, number)],
        (ParameterType.Scalar type, RecipeValue.Scalar word) => Parts(name, type, word.Value),
        _ => [],
    };

    static RecipeConstant Whole(string name, string type, string digits) => new(name, type, digits, digits);

    static RecipeConstant Fraction(string name, string type, double number) =>
        new(name, type, ValueWriter.Number(number, type), number.ToString("R", CultureInfo.InvariantCulture));

    static double? Parse(string? text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    /// <summary>The numbers of a word such as <c>640x360</c>, where each has a name.</summary>
    static IEnumerable<RecipeConstant> Parts(string name, ParameterType.Scalar type, string word)
    {
        List<Match> numbers = [.. Regex.Matches(word, "[0-9]{1,9}").Cast<Match>()];
        if (numbers.Count != type.Parts.Count) return [];
        return type.Parts.Select((part, i) => new RecipeConstant(name + part, "int", numbers[i].Value.TrimStart('0').PadLeft(1, '0'), word));
    }

    static string Upper(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);
}
