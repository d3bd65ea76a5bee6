using System.Globalization;

namespace SpikeData.Cli;

/// <summary>Numbers and places as people read them.</summary>
static class Shown
{
    /// <summary>A length in the unit that fits: 0.6 kB, 12.4 MB.</summary>
    internal static string Size(long bytes)
    {
        (double value, string unit) = bytes switch { < 1_000_000 => (1e3, "kB"), < 1_000_000_000 => (1e6, "MB"), _ => (1e9, "GB") };
        return string.Create(CultureInfo.InvariantCulture, $"{bytes / value:0.0} {unit}");
    }

    /// <summary>A path as the terminal it is shown on can follow it: from the current folder on, or as a whole where it lies elsewhere.</summary>
    internal static string Place(string path)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The first of several, and how many there are besides.</summary>
    internal static string First(IReadOnlyList<string> all) => all.Count switch
    {
        0 => "",
        1 => all[0],
        _ => $"{all[0].TrimEnd('.')}, and {all.Count - 1} more",
    };
}
