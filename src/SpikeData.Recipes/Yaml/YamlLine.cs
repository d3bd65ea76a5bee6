using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>One line of a YAML file, read for what people get wrong in it; it knows quotes and comments, and nothing of the lines around it.</summary>
sealed class YamlLine
{
    readonly int start;

    /// <param name="number">Counted from 1.</param>
    /// <param name="start">Where it begins in the file.</param>
    /// <param name="text">Without its end.</param>
    public YamlLine(int number, int start, string text)
    {
        this.start = start;
        (Number, Text) = (number, text);
        char[] code = text.ToCharArray();
        char quote = '\0';
        for (int i = 0; i < code.Length; i++)
        {
            bool begins = i == 0 || " \t:,[{".IndexOf(text[i - 1]) >= 0;
            if (quote != '\0')
            {
                if (text[i] == quote) (quote, OpenQuote) = ('\0', -1);
                code[i] = '"';
            }
            else if (text[i] is '"' or '\'' && begins)
            {
                (quote, OpenQuote, code[i]) = (text[i], i, '"');
            }
            else if (text[i] == '#' && begins)
            {
                Comment = text.Substring(i);
                Array.Resize(ref code, i);
            }
        }

        Code = new string(code).TrimEnd();
    }

    /// <summary>The lines of a file.</summary>
    public static List<YamlLine> Of(string text)
    {
        List<YamlLine> lines = [];
        for (int start = 0; start <= text.Length;)
        {
            int end = text.IndexOf('\n', start) is var found && found < 0 ? text.Length : found;
            lines.Add(new(lines.Count + 1, start, text.Substring(start, end - start).TrimEnd('\r')));
            start = end + 1;
        }

        return lines;
    }

    /// <summary>Counted from 1.</summary>
    public int Number { get; }

    /// <summary>The line as it stands.</summary>
    public string Text { get; }

    /// <summary>The line without its comment, what stands in quotes replaced by quotes.</summary>
    public string Code { get; } = "";

    /// <summary>The comment with its '#'; empty when there is none.</summary>
    public string Comment { get; } = "";

    /// <summary>Where a quote begins that this line does not close, counted from 0; -1 when there is none.</summary>
    public int OpenQuote { get; private set; } = -1;

    public bool IsEmpty => Code.Trim().Length == 0;

    /// <summary>How many spaces stand in front.</summary>
    public int Indent => Code.Length - Code.TrimStart().Length;

    /// <summary>Whether it begins an item of a list.</summary>
    public bool IsItem => Regex.IsMatch(Code, @"^\s*-(\s|$)");

    /// <summary>A place in it, counted from 0.</summary>
    public SourceSpan At(int column, int length = 1) => new(start + column, length, Number, column + 1, Number, column + length + 1);
}
