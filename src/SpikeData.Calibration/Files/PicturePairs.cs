using System.Text.RegularExpressions;

namespace SpikeData.Calibration;

/// <summary>Finds out which pictures of two cameras were taken at one time, by their names.</summary>
public static partial class PicturePairs
{
    /// <summary>Files with the same last number in their names belong together; where numbers are missing or repeat, files of one name do.</summary>
    /// <returns>Every file once, in the order of the names; a file without a partner stands alone.</returns>
    public static IReadOnlyList<(string Name, string? Left, string? Right)> Match(IReadOnlyList<string> left, IReadOnlyList<string> right)
    {
        Func<string, string> name = Tells(left, Number) && Tells(right, Number) ? Number : Path.GetFileNameWithoutExtension;
        ILookup<string, string> lefts = left.ToLookup(name), rights = right.ToLookup(name);
        return
        [
            .. lefts.Select(group => group.Key).Union(rights.Select(group => group.Key)).Order(StringComparer.Ordinal)
                .Select(key => (key, lefts[key].FirstOrDefault(), rights[key].FirstOrDefault())),
        ];
    }

    static bool Tells(IReadOnlyList<string> files, Func<string, string> name)
    {
        string[] names = [.. files.Select(name)];
        return names.All(found => found.Length > 0) && names.Distinct().Count() == names.Length;
    }

    static string Number(string file) => LastNumber().Match(Path.GetFileNameWithoutExtension(file)).Value;

    [GeneratedRegex("[0-9]+(?=[^0-9]*$)")]
    private static partial Regex LastNumber();
}
