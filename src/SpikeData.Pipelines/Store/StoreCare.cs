using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Looks after what was built: finds damage, removes what is damaged, and what no data set needs any more.</summary>
public sealed class StoreCare(Workspace workspace)
{
    readonly ClipStore store = new(workspace.StoreDirectory);

    /// <summary>Reads every file of data sets and of the store, and names those that are gone or have other bytes than were written.</summary>
    /// <param name="names">The data sets to look at, with the clips of the store that they are made of; all of them and the whole store when empty.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE415: a data set that is named is not built. SPIKE435: a manifest cannot be used.</exception>
    /// <exception cref="OperationCanceledException">The reading was ended.</exception>
    public IReadOnlyList<DamagedFile> Verify(IReadOnlyCollection<string> names)
    {
        var check = new StoreCheck(workspace.Jobs, (read, files) => workspace.Progress?.Report(new("", "", BuildPhase.Scanning, read, files)), workspace.Cancellation);
        (string Folder, Manifest Manifest)[] sets = [.. names.Count > 0 ? names.Select(Named) : Built()];
        IEnumerable<ContentKey> clips = names.Count == 0
            ? store.Keys()
            : sets.SelectMany(set => set.Manifest.Clips).Select(clip => clip.Key).Distinct().Where(key => Directory.Exists(store.FolderOf(key)));
        return [.. sets.SelectMany(set => check.Dataset(set.Folder, set.Manifest)), .. check.Store(store, clips)];
    }

    /// <summary>Removes damaged files, and clips of the store that have some: the next build makes them anew.</summary>
    public void Remove(IEnumerable<DamagedFile> damaged)
    {
        using Lease alone = Alone();
        foreach (DamagedFile file in damaged)
        {
            if (file.StoreKey is { } clip) store.Remove(clip);
            else if (!file.IsElsewhere) Disk.DeleteFile(file.Path);
        }
    }

    /// <summary>
    /// Removes from the store what nobody needs: clips that are in no data set, that no recipe asks for and no unfinished build, remains of killed builds, and what was remembered of files that are gone.
    /// </summary>
    /// <param name="recipes">The recipes of the file at work; what other files need, the store's register says.</param>
    /// <param name="olderThan">Clips that were recorded since are kept, whoever needs them.</param>
    /// <param name="pretend">Only says what would be removed.</param>
    /// <exception cref="Compute.SpikeDataException">SPIKE497: nothing says what the store is needed for.</exception>
    public StoreCleaning RemoveUnused(IEnumerable<Pipeline> recipes, TimeSpan olderThan, bool pretend = false)
    {
        using Lease alone = Alone();
        NeededClips needed = new NeededClips(workspace).Find(recipes, new(workspace.StoreDirectory));
        ILookup<bool, UnusedClip> unused = store.Keys().Where(key => !needed.Contains(key)).Select(Describe).ToLookup(clip => clip.Age >= olderThan);
        if (unused[true].Any() && !needed.IsKnown) throw Errors.UsersUnknown(workspace.StoreDirectory, workspace.OutputDirectory);
        StoreCleaning cleaning = new([.. unused[true]], unused[false].Count(), needed.Outputs, needed.Notes);
        if (pretend) return cleaning;
        store.Sweep();
        foreach (UnusedClip clip in cleaning.Removed) store.Remove(clip.Key);
        foreach (string entry in needed.Gone.Concat(store.Memory.Outdated(needed.Datasets, olderThan))) Disk.DeleteFile(entry);
        return cleaning;
    }

    UnusedClip Describe(ContentKey key)
    {
        StoredClip? clip = store.Find(key);
        string folder = store.FolderOf(key), description = Path.Combine(folder, ClipStore.Description);
        DateTime recorded = File.Exists(description) ? File.GetLastWriteTimeUtc(description) : Directory.GetLastWriteTimeUtc(folder);
        string name = string.Join('/', (clip?.Parts ?? []).Where(part => part.Name is "split" or "clip" && part.Value.Length > 0).OrderByDescending(part => part.Name, StringComparer.Ordinal).Select(part => part.Value));
        return new(key, name, clip?.Files.Sum(file => file.Bytes) ?? 0, DateTime.UtcNow - recorded);
    }

    (string Folder, Manifest Manifest) Named(string name)
    {
        string folder = Path.Combine(workspace.OutputDirectory, name);
        return (folder, Manifest.Find(folder) ?? throw Errors.NotBuilt(name, folder));
    }

    /// <summary>Every data set that is whole.</summary>
    IEnumerable<(string Folder, Manifest Manifest)> Built()
    {
        if (!Directory.Exists(workspace.OutputDirectory)) yield break;
        foreach (string folder in Directory.EnumerateDirectories(workspace.OutputDirectory).Order(StringComparer.Ordinal))
            if (Manifest.Find(folder) is { } manifest) yield return (folder, manifest);
    }

    Lease Alone() => store.Own(() => workspace.Progress?.Report(new("", "", BuildPhase.Waiting, 0, null)), workspace.Cancellation);
}
