using System.Text.RegularExpressions;

namespace SpikeData.Build.Tests;

/// <summary>A block of code or commands of a page, with what its writer has said about it in a comment before it.</summary>
/// <param name="Line">Its first line in the page.</param>
/// <param name="Language">What a fence says: <c>yaml</c>; empty without a fence or a word.</param>
/// <param name="Mark">What a comment directly before the block says, such as <c>not run: takes hours</c>.</param>
sealed partial record DocumentBlock(int Line, string Language, string Text, string? Mark)
{
    /// <summary>The commands, with continued lines joined and notes behind them as they are.</summary>
    public string[] Commands => [.. Text.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The blocks of a page in Markdown, in their order: fenced ones, and those whose lines begin with four spaces.</summary>
    public static IEnumerable<DocumentBlock> Of(string markdown)
    {
        foreach (Match block in Blocks().Matches(markdown.ReplaceLineEndings("\n")))
        {
            string text = block.Groups["fenced"].Success ? block.Groups["fenced"].Value : Indentation().Replace(block.Groups["indented"].Value, "");
            Group mark = block.Groups["mark"];
            yield return new(1 + markdown.AsSpan(0, block.Groups["block"].Index).Count('\n'), block.Groups["language"].Value, text, mark.Success ? mark.Value : null);
        }
    }

    [GeneratedRegex(@"(^<!-- (?<mark>[^\n]*?) -->\n\n?)?(?<block>^```(?<language>\w*)\n(?<fenced>.*?)^```$|(?<=\n\n)(?<indented>( {4}[^\n]*\n)( {4}[^\n]*\n|\n(?= {4}))*))", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Blocks();

    [GeneratedRegex("^ {4}", RegexOptions.Multiline)]
    private static partial Regex Indentation();
}
