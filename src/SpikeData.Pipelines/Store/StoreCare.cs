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
        using FileLock alone = Alone();
        foreach (DamagedFile file in damaged)
        {
            if (file.StoreKey is { } clip) store.Remove(clip);
            else if (!file.IsElsewhere) File.Delete(file.Path);
        }
    }

    /// <summary>Removes from the store what no data set needs: clips of older recipes and sources, remains of killed builds, what is known of absent sources.</summary>
    /// <param name="pretend">Only says what would be removed.</param>
    /// <returns>How many clips, and how many bytes that frees.</returns>
    public (int Clips, long Bytes) RemoveUnused(bool pretend = false)
    {
        using FileLock alone = Alone();
        HashSet<ContentKey> needed = [.. Built().SelectMany(set => set.Manifest.Clips).Select(clip => clip.Key)];
        ContentKey[] unused = [.. store.Keys().Where(key => !needed.Contains(key))];
        long bytes = unused.Sum(key => (store.Find(key)?.Files ?? []).Sum(file => file.Bytes));
        if (pretend) return (unused.Length, bytes);
        store.Sweep();
        foreach (ContentKey key in unused) store.Remove(key);
        return (unused.Length, bytes);
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

    FileLock Alone() => FileLock.Take(
        store.UsersLock, FileLock.TryTake, () => workspace.Progress?.Report(new("", "", BuildPhase.Waiting, 0, null)), workspace.Cancellation);
}
