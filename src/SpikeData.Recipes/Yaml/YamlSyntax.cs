using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SpikeData.Recipes;

/// <summary>The YAML parser's places and complaints, in this library's terms.</summary>
static class YamlSyntax
{
    public static SourceSpan SpanOf(ParsingEvent part) => SpanOf(part.Start, part.End);

    /// <summary>Reports what a person got wrong where that is known, and what the parser said where it is not.</summary>
    public static void Report(YamlException error, string text, ProblemList problems) =>
        Report(SpanOf(error.Start, error.Start), error.Message.TrimEnd('.'), text, problems);

    /// <param name="place">Where the parser gave up.</param>
    /// <param name="complaint">What it said.</param>
    public static void Report(SourceSpan place, string complaint, string text, ProblemList problems)
    {
        if (TabInIndentation(text) is { } tab)
            problems.Add(ProblemId.NotYaml, tab, "A tab indents this line. YAML is indented with spaces only: replace the tab.");
        else if (YamlSlips.Find(text, place.Line) is { } slip)
            problems.Add(ProblemId.NotYaml, slip.Span, slip.Message);
        else
            problems.Add(ProblemId.NotYaml, place, $"This is not YAML: {complaint}. Mind the indentation, quotes and brackets here.");
    }

    static SourceSpan SpanOf(Mark start, Mark end) => new(
        (int)start.Index, (int)Math.Max(0, end.Index - start.Index), (int)start.Line, (int)start.Column, (int)end.Line, (int)end.Column);

    static SourceSpan? TabInIndentation(string text)
    {
        int line = 1, lineStart = 0;
        bool indents = true;
        for (int i = 0; i < text.Length; i++)
        {
            int column = i - lineStart + 1;
            if (text[i] == '\t' && indents) return new(i, 1, line, column, line, column + 1);
            indents = text[i] == '\n' || (indents && text[i] == ' ');
            if (text[i] != '\n') continue;
            line++;
            lineStart = i + 1;
        }

        return null;
    }
}
