using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace SpikeData.Build;

/// <summary>The files that a recipe's <c>from</c> stands for: a path whose segments may hold <c>*</c>, <c>?</c> and captures such as <c>{clip}</c>.</summary>
static partial class SourcePattern
{
    internal static IEnumerable<FileInfo> Matches(string root, string pattern)
    {
        string[] segments = Capture().Replace(pattern, "*").Replace('\\', '/').Split('/');
        int fixedSegments = Array.FindIndex(segments, HasWildcard) is var first and >= 0 ? first : segments.Length - 1;
        string folder = Path.Combine(root, string.Concat(segments[..fixedSegments].Select(segment => segment + '/')));
        return Below(new(folder), segments.AsMemory(fixedSegments));
    }

    static IEnumerable<FileInfo> Below(DirectoryInfo folder, ReadOnlyMemory<string> segments)
    {
        if (!folder.Exists) return [];
        string segment = segments.Span[0];
        return segments.Length == 1
            ? folder.EnumerateFiles().Where(file => FileSystemName.MatchesSimpleExpression(segment, file.Name, ignoreCase: false))
            : folder.EnumerateDirectories().Where(below => FileSystemName.MatchesSimpleExpression(segment, below.Name, ignoreCase: false))
                .SelectMany(below => Below(below, segments[1..]));
    }

    static bool HasWildcard(string segment) => segment.AsSpan().IndexOfAny('*', '?') >= 0;

    [GeneratedRegex(@"\{[^{}/]*\}")]
    private static partial Regex Capture();
}
