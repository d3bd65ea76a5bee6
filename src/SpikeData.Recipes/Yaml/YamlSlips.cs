using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>Finds what a person got wrong in a text that the YAML parser refuses; the parser says what it missed, which is often several lines further.</summary>
/// <remarks>Recipes are simple YAML: flow mappings and quoted texts end in the line where they begin, unless the next lines are indented more.</remarks>
sealed class YamlSlips(List<YamlLine> lines)
{
    /// <summary>Nobody writes longer ones by hand, and what follows must not cost time.</summary>
    const int MostLines = 5000, LongestLine = 1000;

    const string Name = @"[\w-]+";

    /// <summary>What is wrong at or before a line, or null when nothing known is.</summary>
    /// <param name="text">The file.</param>
    /// <param name="number">The line where the parser gave up, counted from 1.</param>
    public static YamlSlip? Find(string text, int number)
    {
        List<YamlLine> lines = YamlLine.Of(text);
        if (lines.Count > MostLines || lines.Any(line => line.Text.Length > LongestLine)) return null;
        YamlSlips slips = new(lines);
        YamlLine last = lines[Math.Min(Math.Max(number, 1), lines.Count) - 1];
        return lines.Take(last.Number).Select(slips.InLine).FirstOrDefault(slip => slip is not null) ?? slips.BetweenLines(last);
    }

    /// <summary><c>from: {clip}.mp4</c>, which YAML takes for a mapping without complaint.</summary>
    public static YamlSlip? BareCapture(string text) =>
        YamlLine.Of(text).Select(line => Capture(line, @"[:,]\s+(\{(?:clip|split)\}[^\s,}]*)")).FirstOrDefault(slip => slip is not null);

    YamlSlip? InLine(YamlLine line) =>
        Conflict(line) ?? Quote(line) ?? Escape(line) ?? Capture(line, @"[\[{:,]\s*([^\s""':,{}[\]]*\{(?:clip|split)\}[^\s,}]*)")
        ?? Reserved(line) ?? WithoutBraces(line) ?? WithoutColon(line) ?? Brackets(line) ?? WithoutComma(line) ?? ColonInText(line);

    static YamlSlip? Conflict(YamlLine line) => Regex.IsMatch(line.Text, "^(<<<<<<<|=======$|>>>>>>>)")
        ? new(line.At(0, 7), "A mark of a merge conflict stands here. Decide which lines stay, and take the marks away.")
        : null;

    YamlSlip? Quote(YamlLine line) => line.OpenQuote >= 0 && !GoesOn(line)
        ? new(line.At(line.OpenQuote), $"The quote {line.Text[line.OpenQuote]} here is not closed in its line. Put one behind the text as well.")
        : null;

    static YamlSlip? Escape(YamlLine line) => Regex.Match(line.Text, @"""[^""]*\\[^""]*""") is { Success: true } found
        && !Regex.IsMatch(found.Value, @"^""([^\\]|\\[\\""/nrt0abefv ])*""$")
        ? new(line.At(found.Index, found.Length),
            $"Between double quotes a backslash has a meaning of its own. Write forward slashes, which work everywhere: {found.Value.Replace('\\', '/')}")
        : null;

    static YamlSlip? Capture(YamlLine line, string form) => Regex.Match(line.Code, form) is { Success: true } found
        ? new(line.At(found.Groups[1].Index, found.Groups[1].Length), $"A path with braces needs quotes: \"{found.Groups[1].Value}\"")
        : null;

    static YamlSlip? Reserved(YamlLine line) => Regex.Match(line.Code, @"(?:[:,{[]|^\s*-)\s+([@`%])([^\s,}]*)") is { Success: true } found
        ? new(line.At(found.Groups[1].Index), $"In YAML a text cannot begin with {found.Groups[1].Value} unless it is quoted: \"{found.Groups[1].Value}{found.Groups[2].Value}\"")
        : null;

    /// <summary><c>- expose: frames: 97, skip: 7</c></summary>
    static YamlSlip? WithoutBraces(YamlLine line) => Regex.Match(line.Code, $@"^\s*(?:- )?({Name}):\s+([(]?\s*{Name}:\s[^{{]*)$") is { Success: true } found
        ? new(line.At(found.Groups[2].Index, found.Groups[2].Length),
            $"Parameters in one line stand in braces: '{found.Groups[1].Value}: {{ {found.Groups[2].Value.Trim(' ', '(', ')', '}')} }}'")
        : null;

    YamlSlip? WithoutColon(YamlLine line)
    {
        Match found = Regex.Match(line.Code, $@"^\s*(?:- )?(\w[\w-]*)\s*(\{{|$)");
        bool standsInList = Before(line) is { IsItem: true } above && above.Indent == line.Indent;
        if (!found.Success || (found.Groups[2].Length == 0 && (line.IsItem || standsInList || !HasMoreBelow(line)))) return null;
        return new(line.At(found.Groups[1].Index, found.Groups[1].Length), $"A colon is missing after '{found.Groups[1].Value}'.");
    }

    YamlSlip? Brackets(YamlLine line)
    {
        Stack<int> open = new();
        for (int i = 0; i < line.Code.Length; i++)
        {
            if (line.Code[i] is '{' or '[') open.Push(i);
            if (line.Code[i] is not ('}' or ']')) continue;
            if (open.Count == 0) return new(line.At(i), $"'{line.Code[i]}' closes nothing here. Take it away, or put the one that opens before it.");
            char opened = line.Code[open.Pop()];
            if (line.Code[i] != Closing(opened)) return new(line.At(i), $"'{opened}' is closed by '{line.Code[i]}' here. Write '{Closing(opened)}'.");
        }

        if (open.Count == 0 || GoesOn(line)) return null;
        int place = open.Peek();
        string way = line.Comment.IndexOf(Closing(line.Code[place])) >= 0
            ? $"What follows ' #' is a comment. Put quotes around the text that holds the '#'."
            : $"Put '{Closing(line.Code[place])}' at the end of the line.";
        return new(line.At(place), $"'{line.Code[place]}' is not closed in its line. {way}");
    }

    static YamlSlip? WithoutComma(YamlLine line)
    {
        if (Regex.Match(line.Code, @"\{[^}]*(;)") is { Success: true } semicolon)
            return new(line.At(semicolon.Groups[1].Index), "Parameters are separated by commas. Write ',' in place of ';'.");
        return Regex.Match(line.Code, $@"\{{[^}}]*{Name}:\s+[^\s,{{}}]+\s+({Name}):\s") is { Success: true } found
            ? new(line.At(found.Groups[1].Index, found.Groups[1].Length), $"A comma is missing before '{found.Groups[1].Value}'.")
            : null;
    }

    static YamlSlip? ColonInText(YamlLine line) => Regex.Match(line.Code, @"\{.*?:\s+([^\s,{}""]+:\s+[^,{}]*?)\s*[,}]") is { Success: true } found
        ? new(line.At(found.Groups[1].Index, found.Groups[1].Length), $"A text with a colon and a space needs quotes: \"{found.Groups[1].Value}\"")
        : null;

    /// <summary>What is wrong with a line because of those above it: its dash or its indentation.</summary>
    YamlSlip? BetweenLines(YamlLine line)
    {
        string text = line.Code.Trim();
        SourceSpan place = line.At(line.Indent, Math.Max(1, text.Length));
        if (text.StartsWith("//", StringComparison.Ordinal)) return new(place, "A comment begins with '#'.");
        if (Regex.IsMatch(text, "^-[^\\s-]")) return new(place, $"A space is missing after the dash: '- {text.Substring(1)}'");
        YamlLine? above = lines.Take(line.Number - 1).Reverse().FirstOrDefault(other => other.IsItem);
        if (line.IsItem)
        {
            if (above?.Indent == line.Indent || Before(line) is { } before && before.Code.EndsWith(":", StringComparison.Ordinal)) return null;
            return above is null
                ? new(place, "A list begins here, but the lines above it have no dashes. Begin each stage with '- '.")
                : new(place, $"This item is indented by {line.Indent} spaces, and the one in line {above.Number} by {above.Indent}. Indent the items of a list alike.");
        }

        if (above is null || text.Length == 0) return null;
        bool belongs = above.Number == line.Number - 1 && above.Code.EndsWith(":", StringComparison.Ordinal);
        return belongs
            ? new(place, $"What belongs to line {above.Number} is indented more than its name: put {above.Indent + 4 - line.Indent} spaces more before it.")
            : new(place, $"The lines above are a list, and this one has no dash. If it is a stage, write '- {text}'.");
    }

    /// <summary>Whether the next line belongs to something that this one leaves open.</summary>
    bool GoesOn(YamlLine line) => Next(line) is { IsItem: false } next && next.Indent > line.Indent;

    bool HasMoreBelow(YamlLine line) => Next(line) is { } next && (next.Indent > line.Indent || (next.IsItem && next.Indent >= line.Indent));

    YamlLine? Next(YamlLine line) => lines.Skip(line.Number).FirstOrDefault(other => !other.IsEmpty);

    YamlLine? Before(YamlLine line) => lines.Take(line.Number - 1).LastOrDefault(other => !other.IsEmpty);

    static char Closing(char opened) => opened == '{' ? '}' : ']';
}
