using System.Text;

namespace SpikeData.Generators;

/// <summary>Writes source with the indentation of its braces.</summary>
sealed class CodeWriter
{
    readonly StringBuilder text = new();
    int depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0) text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
        return this;
    }

    /// <summary>A header with its block: <c>using (writer.Block("class A"))</c> encloses what is written meanwhile in braces.</summary>
    public IDisposable Block(string header)
    {
        Line(header).Line("{");
        depth++;
        return new End(this);
    }

    public override string ToString() => text.ToString();

    /// <summary>Text as documentation comments hold it, on one line.</summary>
    public static string Xml(string value)
    {
        StringBuilder escaped = new();
        foreach (char letter in value)
        {
            escaped.Append(letter switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => " ",
                _ => letter.ToString(),
            });
        }

        return escaped.ToString();
    }

    /// <summary>A further sentence of a documentation comment; nothing when there is no text.</summary>
    public static string Sentence(string text) => text.Length == 0 ? "" : " " + Xml(text);

    sealed class End(CodeWriter writer) : IDisposable
    {
        public void Dispose()
        {
            writer.depth--;
            writer.Line("}");
        }
    }
}
