using System.Globalization;
using System.Text;

namespace SpikeData.Recipes;

/// <summary>Writes JSON with two spaces per level: members as pairs of name and value, those without value left out.</summary>
sealed class JsonText
{
    readonly StringBuilder text = new();
    int depth;

    public static string Of(object value)
    {
        JsonText writer = new();
        writer.Value(value);
        return writer.text.Append('\n').ToString();
    }

    void Value(object value)
    {
        switch (value)
        {
            case string word: Text(word); break;
            case bool truth: text.Append(truth ? "true" : "false"); break;
            case IFormattable number: text.Append(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case IEnumerable<(string Name, object? Value)> members: Block('{', '}', members.Where(member => member.Value is not null)); break;
            case IEnumerable<object> items: Block('[', ']', items.Select(item => ("", (object?)item))); break;
            default: throw new NotSupportedException($"JSON has no form for {value.GetType()}.");
        }
    }

    void Block(char open, char close, IEnumerable<(string Name, object? Value)> entries)
    {
        text.Append(open);
        depth++;
        bool empty = true;
        foreach ((string name, object? value) in entries)
        {
            text.Append(empty ? "\n" : ",\n").Append(' ', 2 * depth);
            empty = false;
            if (open == '{')
            {
                Text(name);
                text.Append(": ");
            }

            Value(value!);
        }

        depth--;
        if (!empty) text.Append('\n').Append(' ', 2 * depth);
        text.Append(close);
    }

    void Text(string word)
    {
        text.Append('"');
        foreach (char letter in word)
        {
            text.Append(letter switch
            {
                '"' or '\\' => "\\" + letter,
                _ when char.IsControl(letter) || char.IsSurrogate(letter) => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        text.Append('"');
    }
}
