using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Finished clips on the disk, each in a folder named by its content key, complete or not there at all.</summary>
sealed class ClipStore(string directory)
{
    internal const string Description = "clip.json", Stamps = "clip.stamps";

    int isProbed;
    readonly string locks = Path.Combine(directory, "locks"), drafts = Path.Combine(directory, "drafts");
    readonly string products = Path.Combine(directory, "products");

    /// <summary>Whether the file system has no locks; asked once, by the first build that wants to say so.</summary>
    public bool FindsNoLocks() => Interlocked.Exchange(ref isProbed, 1) == 0 && !FileLocks.Work(locks);

    /// <summary>The folder of a finished clip.</summary>
    public string FolderOf(ContentKey key) => Path.Combine(directory, key.Text[..2], key.Text);

    /// <summary>Held by whoever removes clips, while no build is at work.</summary>
    public string OwnersLease => Path.Combine(locks, "store.claim");

    /// <summary>Held by the build that records a clip, so that others leave it alone. It saves work, no more: two that record a clip end with the same bytes.</summary>
    public string ClaimOf(ContentKey key) => Path.Combine(locks, $"{key}.claim");

    /// <summary>What is remembered of files that lie elsewhere.</summary>
    public StoreMemory Memory { get; } = new(directory);

    /// <summary>The clips that hold a product of a key.</summary>
    public KeySet With(ContentKey product) => new(Path.Combine(products, product.Text[..2], product.Text));

    /// <summary>The entries that are no clips but the light of some.</summary>
    public KeySet Lights { get; } = new(Path.Combine(directory, "light"));

    /// <summary>Whether a clip is finished, and every file as it was written.</summary>
    public bool Has(ContentKey key, int jobs = 1, CancellationToken cancellation = default) =>
        Find(key) is { } clip && clip.Key == key && Damaged(FolderOf(key), clip, jobs, cancellation).Count == 0;

    /// <summary>The files of a clip that are gone or damaged.</summary>
    public static IReadOnlyList<DamagedFile> Damaged(string folder, StoredClip clip, int jobs, CancellationToken cancellation) =>
        new WrittenFiles(Path.Combine(folder, Stamps), jobs).Damaged(folder, clip.Files, cancellation);

    /// <summary>The keys of all clips, the damaged ones included.</summary>
    public IEnumerable<ContentKey> Keys() => Directory.Exists(directory)
        ? Directory.EnumerateDirectories(directory, "??").SelectMany(Directory.EnumerateDirectories)
            .Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal).Select(ContentKey.TryParse).OfType<ContentKey>()
        : [];

    /// <summary>Removes a clip at once: whatever happens, it is complete or not there.</summary>
    public void Remove(ContentKey key)
    {
        string place = FolderOf(key), shelf = Path.GetDirectoryName(place)!;
        if (!Directory.Exists(place)) return;
        using (ClipDraft grave = Begin())
        {
            try
            {
                Disk.MoveFolder(place, Path.Combine(grave.Folder, key.Text));
            }
            catch (DirectoryNotFoundException)
            {
                // Somebody else removed it.
            }
        }

        try
        {
            if (!Directory.EnumerateFileSystemEntries(shelf).Any()) Disk.DeleteFolder(shelf);
        }
        catch (IOException)
        {
            // Another clip takes its place there in this moment.
        }
    }

    /// <summary>What is known of a finished clip, or null when there is none under this key.</summary>
    public StoredClip? Find(ContentKey key) => Json.Read<StoredClip>(Path.Combine(FolderOf(key), Description), clip => clip.Key == key ? ManifestRules.FaultOf(clip) : "its key is another.").Value;

    /// <summary>Asks the file system again what clips there are beside one.</summary>
    public void Refresh(ContentKey key) => Patient.Refresh(directory, Path.GetDirectoryName(FolderOf(key))!, FolderOf(key));

    /// <summary>Begins a clip in a folder that nobody else sees before it is complete.</summary>
    public ClipDraft Begin()
    {
        string folder = Path.Combine(drafts, Guid.NewGuid().ToString("N"));
        return new(this, folder, Lease.TryTake(ClipDraft.LeaseOf(folder)) ?? throw new IOException($"{folder} is new, and yet somebody has it."));
    }

    /// <summary>Uses the store together with others, unless somebody removes clips from it.</summary>
    public Lease Share(Action waiting, CancellationToken cancellation) => Lease.Wait(TryShare, waiting, cancellation);

    /// <summary>Has the store alone, to remove clips from it.</summary>
    public Lease Own(Action waiting, CancellationToken cancellation) => Lease.Wait(TryOwn, waiting, cancellation);

    /// <summary>Removes what builds left behind that are gone: unfinished clips, and leases.</summary>
    public void Sweep() => new StoreSweep(locks, drafts).Run();

    /// <summary>Forgets where to look for what is gone, while nobody else is at work.</summary>
    public void SweepKeys()
    {
        Lights.RemoveWhere(IsGone);
        if (!Directory.Exists(products)) return;
        foreach (string shelf in Directory.GetDirectories(products))
        {
            foreach (string product in Directory.GetDirectories(shelf)) new KeySet(product).RemoveWhere(IsGone);
            if (!Directory.EnumerateFileSystemEntries(shelf).Any()) Disk.DeleteFolder(shelf);
        }

        bool IsGone(ContentKey key) => !Directory.Exists(FolderOf(key));
    }

    /// <summary>Both sides announce themselves first and look then, so that they cannot miss each other.</summary>
    Lease? TryShare()
    {
        Lease user = Lease.TryTake(Path.Combine(locks, $"{Guid.NewGuid():N}{StoreSweep.User}"))!;
        if (!Lease.IsTaken(OwnersLease)) return user;
        user.Dispose();
        return null;
    }

    Lease? TryOwn()
    {
        if (Lease.TryTake(OwnersLease) is not { } alone) return null;
        if (!Directory.EnumerateFiles(locks, "*" + StoreSweep.User).Any(Lease.IsTaken)) return alone;
        alone.Dispose();
        return null;
    }
}
