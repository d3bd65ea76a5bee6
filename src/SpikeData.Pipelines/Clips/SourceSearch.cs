using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Finds the clips that a source pattern stands for, in an order that is the same on every machine.</summary>
static class SourceSearch
{
    /// <summary>The clips, sorted by split and name, ordinal; their files in the order that the numbers in their names say.</summary>
    /// <exception cref="SpikeDataException">A folder cannot be read (SPIKE402), or two clips have the same name (SPIKE403).</exception>
    public static IReadOnlyList<ClipSource> Find(SourcePattern pattern, string directory, bool ignoreCase = false)
    {
        string root = Path.GetPathRoot(pattern.Text)!;
        NamePattern[] names = [.. pattern.Text[root.Length..].Split('/', StringSplitOptions.RemoveEmptyEntries).Select(name => new NamePattern(name, ignoreCase))];
        try
        {
            return Group(Walk(root.Length > 0 ? root : directory, names, default));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            throw Errors.Unreadable(directory, error);
        }
    }

    static IEnumerable<Found> Walk(string folder, ReadOnlyMemory<NamePattern> names, NamePattern.Captures before)
    {
        NamePattern name = names.Span[0];
        bool last = names.Length == 1;
        foreach (string path in Entries(folder, name, last))
        {
            if (!name.Matches(Path.GetFileName(path), before, out NamePattern.Captures captures)) continue;
            if (!last)
            {
                foreach (Found found in Walk(path, names[1..], captures)) yield return found;
            }
            else if (MediaFiles.IsVideo(path) is var isVideo && (isVideo || MediaFiles.IsPicture(path)))
            {
                yield return new(path, captures, Alone: name.IsFixed || isVideo);
            }
        }
    }

    static IEnumerable<string> Entries(string folder, NamePattern name, bool files)
    {
        string one = Path.Combine(folder, name.Text);
        if (name.IsFixed) return (files ? File.Exists(one) : Directory.Exists(one)) ? [one] : [];
        return files ? Directory.EnumerateFiles(folder) : Directory.EnumerateDirectories(folder);
    }

    static ClipSource[] Group(IEnumerable<Found> files)
    {
        ClipSource[] clips =
        [
            .. files.GroupBy(file => file.Group).Select(Clip)
                .OrderBy(clip => clip.Split, StringComparer.Ordinal).ThenBy(clip => clip.Name, StringComparer.Ordinal)
                .ThenBy(clip => clip.Files[0], StringComparer.Ordinal),
        ];
        ClipSource.RequireApart(clips);
        return clips;
    }

    static ClipSource Clip(IGrouping<string, Found> group)
    {
        FrameOrder order = FrameOrder.Of(group.Select(file => file.Path));
        return new(group.First().Name, group.First().Captures.Split ?? "", order.Files) { Problem = order.Problem };
    }

    /// <param name="Path">The file.</param>
    /// <param name="Captures">What <c>{split}</c> and <c>{clip}</c> stand for in its path.</param>
    /// <param name="Alone">Whether the file is a whole clip, not one frame among others in its folder.</param>
    readonly record struct Found(string Path, NamePattern.Captures Captures, bool Alone)
    {
        /// <summary>Files of the same group form one clip.</summary>
        public string Group => Alone ? Path : $"{System.IO.Path.GetDirectoryName(Path)}\n{Captures.Split}\n{Captures.Clip}";

        public string Name => Captures.Clip
            ?? (Alone ? System.IO.Path.GetFileNameWithoutExtension(Path) : System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(Path)!));
    }
}
