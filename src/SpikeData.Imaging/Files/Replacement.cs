using SpikeData.Compute;

namespace SpikeData.Imaging;

/// <summary>What a result may take the place of: nothing, an empty folder, or what this program wrote and nobody has changed. Anything else takes being asked to.</summary>
public static class Replacement
{
    const int MostNames = 5;

    /// <summary>Whether a file is known to be this program's, as it wrote it.</summary>
    public static bool IsOurs(string path) => FileMark.Of(path) == Authorship.Ours;

    /// <summary>Looks whether a file may be written.</summary>
    /// <param name="path">The file.</param>
    /// <param name="force">Whether it may replace a file that this program did not write.</param>
    /// <returns>What is then replaced.</returns>
    /// <exception cref="SpikeDataException">SPIKE122: a folder is there. SPIKE488: a file of somebody else. SPIKE489: what no file can replace.</exception>
    public static IReadOnlyList<string> OfFile(string path, bool force)
    {
        if (new FileInfo(path).LinkTarget is { } link) throw FilePlace.Impossible(path, $"It is a link to {link}, which is left alone.");
        if (Directory.Exists(path)) throw new SpikeDataException("SPIKE122", "It is a folder. Name a file in it.") { File = path };
        if (!File.Exists(path)) return [];
        if (!FileKind.IsRegular(path)) throw FilePlace.Impossible(path, "It is a device or a pipe, which no file can replace.");
        return FileMark.Of(path) == Authorship.Ours || force ? [path] : throw new SpikeDataException("SPIKE488",
            "There is a file that this program did not write, or that was changed since. Name another one, or replace it with --force.") { File = path };
    }

    /// <summary>Looks whether a folder may be written as a whole.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="force">Whether files in it that were changed since may be replaced. Files that this program did not write never are.</param>
    /// <returns>What is then replaced.</returns>
    /// <exception cref="SpikeDataException">SPIKE488: files of somebody else are there. SPIKE489: no folder can be put there.</exception>
    public static IReadOnlyList<string> OfFolder(string path, bool force)
    {
        string folder = FilePlace.Real(path);
        if (File.Exists(folder)) throw FilePlace.Impossible(path, "It is a file, and the result is a folder.");
        if (!Directory.Exists(folder) || FilePlace.IsEmptyFolder(folder)) return [];
        ILookup<Authorship, string> files = RequireOurs(folder, path);
        if (files[Authorship.Changed].Any() && !force)
            throw Foreign(path, $"Files in it were changed since this program wrote them: {Names(files[Authorship.Changed])}. Name another folder, or replace them with --force.");
        return [.. files.SelectMany(kind => kind).Order(StringComparer.Ordinal)];
    }

    /// <summary>Refuses a folder that holds anything but what this program put there.</summary>
    internal static ILookup<Authorship, string> RequireOurs(string folder, string named)
    {
        ILookup<Authorship, string> files = FolderContent.In(folder);
        return files[Authorship.Unknown].Any()
            ? throw Foreign(named, $"The folder holds what this program did not write: {Names(files[Authorship.Unknown])}. Name another folder, or move that away.")
            : files;
    }

    static string Names(IEnumerable<string> files)
    {
        string[] all = [.. files.Order(StringComparer.Ordinal)];
        return string.Join(", ", all.Take(MostNames)) + (all.Length > MostNames ? $" and {all.Length - MostNames} more" : "");
    }

    static SpikeDataException Foreign(string folder, string what) => new("SPIKE488", what) { File = folder };
}
