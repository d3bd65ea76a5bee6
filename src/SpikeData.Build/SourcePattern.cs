using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace SpikeData.Build;

/// <summary>The files that a recipe's <c>from</c> stands for: a path whose segments may hold <c>*</c>, <c>?</c> and captures such as <c>{clip}</c>.</summary>
static partial class SourcePattern
{
    internal static IEnumerable<string> Matches(string root, string pattern)
    {
        string[] segments = Capture().Replace(pattern, "*").Replace('\\', '/').Split('/');
        int fixedSegments = Array.FindIndex(segments, HasWildcard) is var first and >= 0 ? first : segments.Length - 1;
        string folder = Path.Combine(root, string.Concat(segments[..fixedSegments].Select(segment => segment + '/')));
        return Below(folder, segments.AsMemory(fixedSegments));
    }

    static IEnumerable<string> Below(string folder, ReadOnlyMemory<string> segments)
    {
        if (!Directory.Exists(folder)) return [];
        string segment = segments.Span[0];
        return segments.Length == 1
            ? Directory.EnumerateFiles(folder).Where(Fits)
            : Directory.EnumerateDirectories(folder).Where(Fits).SelectMany(below => Below(below, segments[1..]));

        bool Fits(string path) => FileSystemName.MatchesSimpleExpression(segment, Path.GetFileName(path.AsSpan()), ignoreCase: false);
    }

    static bool HasWildcard(string segment) => segment.AsSpan().IndexOfAny('*', '?') >= 0;

    [GeneratedRegex(@"\{[^{}/]*\}")]
    private static partial Regex Capture();
}
