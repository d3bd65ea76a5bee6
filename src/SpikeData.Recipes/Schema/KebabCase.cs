using System.Text;
using System.Text.RegularExpressions;

namespace SpikeData.Recipes;

/// <summary>The names of datasets.yaml and those of C#: <c>ticks-per-second</c> and <c>TicksPerSecond</c>.</summary>
public static class KebabCase
{
    /// <summary>A C# name in kebab-case: a dash stands before each word, <c>SSdm</c> is s-sdm and <c>DSFTMethod</c> is dsft-method.</summary>
    public static string Of(string name)
    {
        StringBuilder kebab = new();
        for (int i = 0; i < name.Length; i++)
        {
            bool begins = char.IsUpper(name[i]) && i > 0
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (begins) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(name[i]));
        }

        return kebab.ToString();
    }

    /// <summary>A kebab-case name in C#'s manner: <c>demo-1</c> is Demo1.</summary>
    public static string ToPascal(string name) =>
        string.Concat(name.Split('-').Where(word => word.Length > 0).Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1)));

    /// <summary>The letters and digits of any text, in words; empty when it has none.</summary>
    public static string FromText(string text) => Regex.Replace(text.ToLowerInvariant(), "[^a-z0-9]+", "-").Trim('-');

    /// <summary>Whether a name is lower-case words of letters and digits joined by single dashes, a letter first.</summary>
    public static bool Is(string name)
    {
        if (name.Length == 0 || name[0] is < 'a' or > 'z' || name[name.Length - 1] == '-') return false;
        for (int i = 1; i < name.Length; i++)
        {
            bool dash = name[i] == '-' && name[i - 1] != '-';
            if (!dash && name[i] is not ((>= 'a' and <= 'z') or (>= '0' and <= '9'))) return false;
        }

        return true;
    }
}
