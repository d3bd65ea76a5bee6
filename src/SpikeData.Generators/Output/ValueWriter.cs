using System.Globalization;
using Microsoft.CodeAnalysis.CSharp;
using SpikeData.Recipes;

namespace SpikeData.Generators;

/// <summary>Writes the values of a recipe as C# expressions.</summary>
sealed class ValueWriter(TypeNames types)
{
    /// <summary>Such as <c>From: "a.mp4", Frames: FrameRange.Parse("180..219")</c>.</summary>
    public string Arguments(EquatableArray<Argument> arguments) =>
        string.Join(", ", arguments.Select(argument => $"{Identifier(argument.Parameter.MemberName)}: {Value(argument.Value)}"));

    /// <summary>A name that is C#'s own, escaped.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    public static string Number(double value, string typeName)
    {
        IFormattable number = typeName == "float" ? (IFormattable)(float)value : value;
        string digits = number.ToString("R", CultureInfo.InvariantCulture);
        return (digits.IndexOfAny(['.', 'E']) < 0 ? digits + ".0" : digits) + (typeName == "float" ? "f" : "");
    }

    string Value(RecipeValue value) => value switch
    {
        RecipeValue.Flag flag => flag.Value ? "true" : "false",
        RecipeValue.WholeNumber number => number.Value.ToString(CultureInfo.InvariantCulture),
        RecipeValue.Number number => Number(number.Value, number.TypeName),
        RecipeValue.Text text => Literal(text.Value),
        RecipeValue.Word word => $"{types[word.TypeName]}.{Identifier(word.MemberName)}",
        RecipeValue.Scalar scalar => $"{types[scalar.TypeName]}.Parse({Literal(scalar.Value)})",
        RecipeValue.Choice choice => $"new {types[choice.Variant.TypeName]}({Arguments(choice.Arguments)})",
        RecipeValue.Dataset dataset => $"Datasets.{KebabCase.ToPascal(dataset.Name)}",
        RecipeValue.List list => $"[{string.Join(", ", list.Items.Select(Value))}]",
        _ => throw new NotSupportedException(value.ToString()),
    };

    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
