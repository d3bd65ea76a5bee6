using System.Net;
using System.Text;

namespace SpikeData.Pipelines;

/// <summary>Text within a page: whatever it says, readers see its letters, and nothing in it is markup.</summary>
public static class Escaped
{
    /// <summary>Letters that may begin markup wherever they stand.</summary>
    const string Marks = "\\`*_[]<>|&~$@";

    /// <summary>Letters that begin markup at the beginning of a line only.</summary>
    const string Beginnings = "#+-=";

    /// <summary>Text on one line of Markdown.</summary>
    public static string Markdown(string text)
    {
        string line = Plain(text).Trim();
        int digits = line.TakeWhile(char.IsAsciiDigit).Count();
        StringBuilder escaped = new();
        foreach ((int place, char letter) in line.Index())
        {
            bool isMark = Marks.Contains(letter, StringComparison.Ordinal) && !(letter == '_' && IsWithinAWord(line, place));
            bool begins = place == 0 ? Beginnings.Contains(letter, StringComparison.Ordinal) : place == digits && letter is ('.' or ')');
            if (isMark || begins) escaped.Append('\\');
            escaped.Append(letter);
        }

        return escaped.ToString();
    }

    /// <summary>Text within an element or an attribute of HTML or SVG.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(Plain(text));

    /// <summary>Text on one line, with a space for each line break and for what a terminal would act on.</summary>
    public static string Plain(string text) => string.Concat(text.ReplaceLineEndings(" ").Select(letter => char.IsControl(letter) ? ' ' : letter));

    /// <summary>Markdown leaves an underline alone between letters, where most of them stand.</summary>
    static bool IsWithinAWord(string line, int place) =>
        place > 0 && place + 1 < line.Length && char.IsLetterOrDigit(line[place - 1]) && char.IsLetterOrDigit(line[place + 1]);
}
