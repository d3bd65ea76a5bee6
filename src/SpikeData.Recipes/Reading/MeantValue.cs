using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>What a person meant by a value of the wrong form: <c>yes</c> for true, <c>30000/1001</c> for 29.97003, <c>640 x 360</c> for 640x360.</summary>
static class MeantValue
{
    static readonly Regex Digits = new("[0-9]+");

    /// <summary>The value as it should have been written; null when nobody can tell.</summary>
    public static string? Of(ParameterSchema parameter, YamlNode node)
    {
        string text = TextOf(node);
        return parameter.Type switch
        {
            ParameterType.Flag => text.ToLowerInvariant() switch
            {
                "yes" or "y" or "on" or "true" or "1" => "true",
                "no" or "n" or "off" or "false" or "0" => "false",
                _ => null,
            },
            ParameterType.WholeNumber => Number(text, parameter.Range, digits: 0),
            ParameterType.Number => Number(text, parameter.Range, digits: 5),
            ParameterType.Scalar scalar => Filled(scalar, [.. Digits.Matches(text).Cast<Match>().Select(match => match.Value)]),
            _ => null,
        };
    }

    static string TextOf(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Text,
        YamlSequence list => string.Join(" ", list.Items.OfType<YamlScalar>().Select(item => item.Text)),
        _ => "",
    };

    /// <summary>A fraction, or the number in front of a unit.</summary>
    static string? Number(string text, NumberRange? range, int digits)
    {
        Match match = Regex.Match(text.Replace("_", ""), @"^\s*([-+]?[0-9]{1,15}(?:\.[0-9]{1,15})?)(?:\s*/\s*([0-9]{1,15}))?");
        if (!match.Success) return null;
        double value = double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        if (match.Groups[2].Success) value /= double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture);
        value = Math.Round(value, digits);
        return range?.Contains(value) == false || double.IsNaN(value) ? null : value.ToString("0.#####", CultureInfo.InvariantCulture);
    }

    /// <summary>The example of the form with a person's numbers in it, when there are as many.</summary>
    static string? Filled(ParameterType.Scalar scalar, List<string> numbers)
    {
        if (numbers.Count == 0 || numbers.Any(number => number.Length > 9) || numbers.Count != Digits.Matches(scalar.Example).Count) return null;
        if (scalar.Ascending) numbers = [.. numbers.OrderBy(number => long.Parse(number, CultureInfo.InvariantCulture))];
        int next = 0;
        string filled = Digits.Replace(scalar.Example, _ => numbers[next++]);
        return ValueBinder.HasForm(filled, scalar) ? filled : null;
    }
}
