using System.Buffers;
using System.Text;

namespace SpikeData.Pipelines;

/// <summary>The rule for names that become files: what every system can bear as one word of a path, and no command takes for something else.</summary>
/// <remarks>Clips, splits, labels and data sets become files, so this one rule holds for all of their names, whoever gave them.</remarks>
public static class FileName
{
    const int MostBytes = 255;

    /// <summary>What Windows does not allow in names, with the separators of paths.</summary>
    static readonly SearchValues<char> Forbidden = SearchValues.Create("/\\:*?\"<>|");

    /// <summary>What keeps a text from being a name, for the middle of a sentence: "has ':' in it". Null when nothing does.</summary>
    public static string? FaultOf(string text)
    {
        if (text.Length == 0) return "is empty";
        if (text is "." or "..") return "is a folder, not a name";
        if (text.Any(BreaksLines)) return "has control characters in it";
        if (text.AsSpan().IndexOfAny(Forbidden) is >= 0 and var place) return $"has '{text[place]}' in it";
        if (text[0] == '-') return "begins with '-', as options of commands do";
        if (text[^1] is '.' or ' ') return $"ends with '{text[^1]}', which Windows leaves out";
        if (DeviceNames.Contains(text)) return "means a device to Windows";
        if (!IsUnicode(text)) return "is no valid Unicode";
        return Encoding.UTF8.GetByteCount(text) > MostBytes ? $"is longer than {MostBytes} bytes" : null;
    }

    /// <summary>Any text as a message shows it: in quotes and on one line.</summary>
    public static string Quoted(string text) => $"'{OneLine(text)}'";

    /// <summary>Any text on one line, without what a terminal would act on.</summary>
    public static string OneLine(string text) =>
        text.Any(BreaksLines) ? string.Concat(text.Select(letter => BreaksLines(letter) ? $"\\u{(int)letter:x4}" : $"{letter}")) : text;

    static bool BreaksLines(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';

    static bool IsUnicode(string text)
    {
        for (int place = 0; place < text.Length; place += char.IsSurrogate(text[place]) ? 2 : 1)
            if (char.IsSurrogate(text[place]) && !(place + 1 < text.Length && char.IsSurrogatePair(text[place], text[place + 1]))) return false;
        return true;
    }
}
