using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Keys of clips, each an empty file, so that builds add to them at once without knowing of each other.</summary>
/// <remarks>It says where to look, no more: a key may be missing, and what it names may be gone.</remarks>
sealed class KeySet(string folder)
{
    /// <summary>The keys, in order.</summary>
    public IReadOnlyList<ContentKey> All()
    {
        string[] files = Patient.Look(() => Directory.GetFiles(folder)) ?? [];
        return [.. files.Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).Select(ContentKey.TryParse).OfType<ContentKey>()];
    }

    /// <summary>Adds a key, if that can be written.</summary>
    public void TryAdd(ContentKey key)
    {
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(Path.Combine(folder, key.Text), []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk is full, or another build adds the same: what is not found is made again.
        }
    }

    /// <summary>Removes keys while nobody adds any.</summary>
    public void RemoveWhere(Func<ContentKey, bool> isGone)
    {
        foreach (ContentKey key in All().Where(isGone)) Disk.DeleteFile(Path.Combine(folder, key.Text));
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Disk.DeleteFolder(folder);
    }
}
