using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>Where a path leads: links followed, no slash at its end.</summary>
public static class FilePlace
{
    /// <summary>The full path without links.</summary>
    /// <exception cref="IOException">Links lead in a circle.</exception>
    public static string Real(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        if (Path.GetDirectoryName(full) is not { } parent) return full;
        string here = Path.Combine(Real(parent), Path.GetFileName(full));
        return new FileInfo(here).LinkTarget is null ? here : Real(File.ResolveLinkTarget(here, returnFinalTarget: true)!.FullName);
    }

    /// <summary>Whether two paths are one, or the second leads into the folder that is the first.</summary>
    public static bool Holds(string folder, string path)
    {
        string real = Real(folder);
        return (Real(path) + Path.DirectorySeparatorChar).StartsWith(Path.EndsInDirectorySeparator(real) ? real : real + Path.DirectorySeparatorChar, StringComparison.Ordinal);
    }

    /// <summary>The first folder on the way to a path that is not there; the path itself where only it is not there, or is.</summary>
    internal static string TopMissing(string path)
    {
        while (Path.GetDirectoryName(path) is { } parent && !Directory.Exists(parent)) path = parent;
        return path;
    }

    internal static bool IsEmptyFolder(string path) => Directory.Exists(path) && !Directory.EnumerateFileSystemEntries(path).Any();

    internal static SpikeDataException Impossible(string path, string why) => new("SPIKE489", $"{why} Name another place for the result.") { File = path };
}
