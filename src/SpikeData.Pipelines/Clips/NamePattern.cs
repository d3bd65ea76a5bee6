using System.Text.RegularExpressions;

namespace SpikeData.Pipelines;

/// <summary>One name of a source pattern, between two slashes: fixed, or with wildcards and captures.</summary>
sealed class NamePattern(string text, bool ignoreCase = false)
{
    readonly Regex form = new($"^{Form(text)}$", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking | (ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None));

    /// <summary>Whether it stands for exactly one name.</summary>
    public bool IsFixed { get; } = text is "." or ".." || (!ignoreCase && text.AsSpan().IndexOfAny("*?{") < 0);

    public string Text { get; } = text;

    /// <summary>Whether a name fits; wildcards in front do not match hidden files, such as those that other systems leave in archives.</summary>
    public bool Matches(string name, Captures before, out Captures after)
    {
        after = before;
        if (name[0] == '.' && Text[0] != '.') return false;
        Match match = form.Match(name);
        if (!match.Success) return false;
        after = new(Take(match, "split", before.Split), Take(match, "clip", before.Clip));
        return (before.Split ?? after.Split) == after.Split && (before.Clip ?? after.Clip) == after.Clip;
    }

    static string? Take(Match match, string name, string? before) => match.Groups[name] is { Success: true } group ? group.Value : before;

    static string Form(string text) => Regex.Escape(text)
        .Replace(@"\*", ".*", StringComparison.Ordinal)
        .Replace(@"\?", ".", StringComparison.Ordinal)
        .Replace(@"\{split}", "(?<split>.+)", StringComparison.Ordinal)
        .Replace(@"\{clip}", "(?<clip>.+)", StringComparison.Ordinal);

    /// <summary>The names that <c>{split}</c> and <c>{clip}</c> have matched so far.</summary>
    public readonly record struct Captures(string? Split, string? Clip);
}
