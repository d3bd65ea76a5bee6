using System.Globalization;
using System.Text.RegularExpressions;

namespace SpikeData.Imaging;

/// <summary>The size of a sensor that the name of a recording, or of its folder, says: <c>car_400x250.dat</c>, <c>h250w400</c>.</summary>
static partial class NamedSize
{
    /// <summary>The sizes, the likeliest first: whether width or height comes first is not sure where there is only an x between them.</summary>
    public static IReadOnlyList<(int Width, int Height)> Of(string path)
    {
        string full = Path.GetFullPath(path);
        return [.. ((string?[])[Path.GetFileName(full), Path.GetFileName(Path.GetDirectoryName(full))]).SelectMany(In).Distinct()];
    }

    static IEnumerable<(int, int)> In(string? name)
    {
        foreach (Match match in Sides().Matches(name ?? ""))
        {
            (int first, int second) = (Number(match.Groups[1]), Number(match.Groups[2]));
            yield return (first, second);
            yield return (second, first);
        }

        foreach (Match match in HeightFirst().Matches(name ?? "")) yield return (Number(match.Groups[2]), Number(match.Groups[1]));
        foreach (Match match in WidthFirst().Matches(name ?? "")) yield return (Number(match.Groups[1]), Number(match.Groups[2]));
    }

    static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])([1-9][0-9]{1,3})[xX]([1-9][0-9]{1,3})(?![0-9])")]
    private static partial Regex Sides();

    [GeneratedRegex(@"(?<![a-zA-Z])[hH]([1-9][0-9]{1,3})[_-]?[wW]([1-9][0-9]{1,3})(?![0-9])")]
    private static partial Regex HeightFirst();

    [GeneratedRegex(@"(?<![a-zA-Z])[wW]([1-9][0-9]{1,3})[_-]?[hH]([1-9][0-9]{1,3})(?![0-9])")]
    private static partial Regex WidthFirst();
}
