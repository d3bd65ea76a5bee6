using System.Text.RegularExpressions;

namespace SpikeData.Calibration;

/// <summary>Finds out which pictures of two cameras were taken at one time, by their names.</summary>
public static partial class PicturePairs
{
    /// <summary>Files with the same last number in their names belong together; where numbers are missing or repeat, files of one name do.</summary>
    /// <returns>Every file once, in the order of the names; a file without a partner stands alone.</returns>
    public static IReadOnlyList<(string Name, string? Left, string? Right)> Match(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        bool byNumber = Tells(left, Value) && Tells(right, Value);
        Func<string, string> key = byNumber ? Value : Path.GetFileNameWithoutExtension;
        ILookup<string, string> lefts = left.ToLookup(key), rights = right.ToLookup(key);
        return
        [
            .. lefts.Select(group => group.Key).Union(rights.Select(group => group.Key))
                .OrderBy(found => byNumber ? found.Length : 0).ThenBy(found => found, StringComparer.Ordinal)
                .Select(found => (byNumber ? Number(lefts[found].Concat(rights[found]).First()) : found, lefts[found].FirstOrDefault(), rights[found].FirstOrDefault())),
        ];
    }

    static bool Tells(IReadOnlyList<string> files, Func<string, string> name)
    {
        string[] names = [.. files.Select(name)];
        return names.All(found => found.Length > 0) && names.Distinct().Count() == names.Length;
    }

    /// <summary>The number without the zeros before it, which 01 and 1 share.</summary>
    static string Value(string file) => Number(file) is { Length: > 0 } digits ? digits[..^1].TrimStart('0') + digits[^1] : "";

    static string Number(string file) => LastNumber().Match(Path.GetFileNameWithoutExtension(file)).Value;

    [GeneratedRegex("[0-9]+(?=[^0-9]*$)")]
    private static partial Regex LastNumber();
}
