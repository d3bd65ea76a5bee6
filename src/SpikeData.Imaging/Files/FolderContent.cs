using System.Security.Cryptography;
using System.Text.Json;

namespace SpikeData.Imaging;

/// <summary>Which files of a folder are by this program: their marks say so, or a list in the folder where the file system keeps no marks.</summary>
static class FolderContent
{
    const string ListName = ".spikedata.json";

    /// <summary>Signs the files of a folder, which is complete, and sees that they have reached the disk.</summary>
    public static void Sign(string folder)
    {
        bool isMarked = true;
        string[] files = [.. Walk(folder)];
        foreach (string path in files.Select(file => Path.Combine(folder, file)))
        {
            using (FileStream file = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read)) file.Flush(flushToDisk: true);
            isMarked &= FileMark.Set(path);
        }

        if (isMarked) return;
        SortedDictionary<string, string> digests = new(files.ToDictionary(file => file, file => DigestOf(Path.Combine(folder, file))), StringComparer.Ordinal);
        DraftFile.Write(Path.Combine(folder, ListName), JsonSerializer.SerializeToUtf8Bytes(digests));
    }

    /// <summary>What lies in a folder, by its place there: files, links, which are not followed, and folders that hold nothing.</summary>
    public static ILookup<Authorship, string> In(string folder)
    {
        Dictionary<string, string>? list = ReadList(Path.Combine(folder, ListName));
        return Walk(folder).Where(file => list is null || file != ListName).ToLookup(file => Of(Path.Combine(folder, file), list?.GetValueOrDefault(file)));
    }

    static Authorship Of(string path, string? digest)
    {
        if (!FileKind.IsRegular(path)) return Authorship.Unknown;
        Authorship marked = FileMark.Of(path);
        if (marked != Authorship.Unknown || digest is null) return marked;
        return DigestOf(path) == digest ? Authorship.Ours : Authorship.Changed;
    }

    static string DigestOf(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }

    static Dictionary<string, string>? ReadList(string path)
    {
        try
        {
            return FileKind.IsRegular(path) ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    static IEnumerable<string> Walk(string folder, string below = "")
    {
        foreach (FileSystemInfo entry in new DirectoryInfo(Path.Combine(folder, below)).EnumerateFileSystemInfos())
        {
            string place = Path.Combine(below, entry.Name);
            if (entry is not DirectoryInfo || entry.LinkTarget is not null || FilePlace.IsEmptyFolder(entry.FullName)) yield return place;
            else
                foreach (string inner in Walk(folder, place)) yield return inner;
        }
    }
}
