using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace VerifyXunit;

/// <summary>An object as a person reviews it: Verify's unquoted JSON, properties in their order, nulls left out.</summary>
sealed class SnapshotText
{
    readonly StringBuilder text = new();
    int depth;

    public static string Of(object? value)
    {
        SnapshotText writer = new();
        writer.Write(value);
        return writer.text.ToString();
    }

    void Write(object? value)
    {
        switch (value)
        {
            case null: text.Append("null"); break;
            case string word: text.Append(word); break;
            case bool truth: text.Append(truth ? "true" : "false"); break;
            case Enum member: text.Append(member); break;
            case IFormattable number: text.Append(number.ToString(null, CultureInfo.InvariantCulture)); break;
            case IDictionary pairs: WriteBlock('{', '}', Pairs(pairs)); break;
            case IEnumerable items: WriteBlock('[', ']', items.Cast<object?>().Select(item => ((string?)null, item))); break;
            default: WriteBlock('{', '}', Properties(value)); break;
        }
    }

    void WriteBlock(char open, char close, IEnumerable<(string? Name, object? Value)> entries)
    {
        text.Append(open);
        depth++;
        bool empty = true;
        foreach ((string? name, object? value) in entries)
        {
            if (!empty) text.Append(',');
            empty = false;
            NewLine();
            if (name is not null) text.Append(name).Append(": ");
            Write(value);
        }

        depth--;
        if (!empty) NewLine();
        text.Append(close);
    }

    void NewLine() => text.Append('\n').Append(' ', 2 * depth);

    static IEnumerable<(string?, object?)> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs) yield return (Convert.ToString(pair.Key, CultureInfo.InvariantCulture), pair.Value);
    }

    static IEnumerable<(string?, object?)> Properties(object value) =>
        from property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.GetIndexParameters().Length == 0
        let content = property.GetValue(value)
        where content is not null
        select ((string?)property.Name, (object?)content);
}
