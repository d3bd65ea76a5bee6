namespace SpikeData.Pipelines;

/// <summary>Finished clips on the disk, each in a folder named by its content key, complete or not there at all.</summary>
sealed class ClipStore(string directory)
{
    internal const string Description = "clip.json";

    readonly string drafts = Path.Combine(directory, "drafts");

    /// <summary>The folder of a finished clip.</summary>
    public string FolderOf(ContentKey key) => Path.Combine(directory, key.Text[..2], key.Text);

    /// <summary>Shared by builds; whoever removes clips has it alone.</summary>
    public string UsersLock { get; } = Path.Combine(directory, "locks", "store.lock");

    /// <summary>Held by the build that records a clip, so that others leave it alone. It saves work, no more: two that record a clip end with the same bytes.</summary>
    public string ClaimOf(ContentKey key) => Path.Combine(directory, "locks", $"{key}.claim");

    /// <summary>Whether a clip is finished.</summary>
    public bool Has(ContentKey key) => Find(key) is not null;

    /// <summary>The keys of all clips, the damaged ones included.</summary>
    public IEnumerable<ContentKey> Keys() => Directory.Exists(directory)
        ? Directory.EnumerateDirectories(directory, "??").SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(ContentKey.TryParse).OfType<ContentKey>()
        : [];

    /// <summary>Removes a clip at once: whatever happens, it is complete or not there.</summary>
    public void Remove(ContentKey key)
    {
        using ClipDraft grave = Begin();
        if (Directory.Exists(FolderOf(key))) Directory.Move(FolderOf(key), Path.Combine(grave.Folder, key.Text));
    }

    /// <summary>What is known of a finished clip, or null when there is none under this key.</summary>
    public StoredClip? Find(ContentKey key) => Json.Read<StoredClip>(Path.Combine(FolderOf(key), Description), clip => clip.Key == key ? ManifestRules.FaultOf(clip) : "its key is another.").Value;

    /// <summary>Begins a clip in a folder that nobody else sees before it is complete.</summary>
    public ClipDraft Begin()
    {
        Directory.CreateDirectory(drafts);
        while (true)
        {
            string folder = Path.Combine(drafts, Guid.NewGuid().ToString("N"));
            if (FileLock.TryTake(folder + ".lock") is { } held) return new(this, folder, held);
        }
    }

    /// <summary>Removes what killed builds left unfinished. Drafts of running builds are locked and stay.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(drafts)) return;
        foreach (string path in Directory.EnumerateFiles(drafts, "*.lock"))
        {
            using FileLock? abandoned = FileLock.TryTake(path);
            if (abandoned is not null) ClipDraft.Remove(Path.ChangeExtension(path, null));
        }
    }
}
