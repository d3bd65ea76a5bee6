namespace SpikeData.Pipelines;

/// <summary>A clip being recorded: a folder beside the store that becomes part of it by one rename, or disappears.</summary>
sealed class ClipDraft : IDisposable
{
    readonly ClipStore store;
    readonly FileLock held;

    internal ClipDraft(ClipStore store, string folder, FileLock held)
    {
        (this.store, Folder, this.held) = (store, folder, held);
        Directory.CreateDirectory(folder);
    }

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>Moves the folder to its place. When another build was quicker, its result stays: it holds the same bytes.</summary>
    public void Finish(StoredClip clip)
    {
        AtomicFile.Write(Path.Combine(Folder, ClipStore.Description), Json.Write(clip));
        string place = store.FolderOf(clip.Key);
        Directory.CreateDirectory(Path.GetDirectoryName(place)!);
        if (!store.Has(clip.Key)) store.Remove(clip.Key);
        try
        {
            Directory.Move(Folder, place);
        }
        catch (IOException) when (store.Has(clip.Key))
        {
        }
    }

    public void Dispose()
    {
        Remove(Folder);
        held.Dispose();
    }

    internal static void Remove(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        File.Delete(folder + ".lock");
    }
}
