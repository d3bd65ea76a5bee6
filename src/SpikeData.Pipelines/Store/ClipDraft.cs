using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>A clip being recorded: a folder beside the store that becomes part of it by one rename, or disappears.</summary>
sealed class ClipDraft : IDisposable
{
    readonly ClipStore store;
    readonly Lease held;

    internal ClipDraft(ClipStore store, string folder, Lease held)
    {
        (this.store, Folder, this.held) = (store, folder, held);
        Disk.MakeFolder(folder);
    }

    /// <summary>Where the files go.</summary>
    public string Folder { get; }

    /// <summary>Moves the folder to its place, when everything in it is what was written. Where another build was quicker, its result stays: it holds the same bytes.</summary>
    /// <exception cref="SpikeDataException">
    /// The draft is gone (SPIKE430), a file reads back otherwise (SPIKE431), another build wrote other bytes under the key (SPIKE432),
    /// or the folder cannot be moved (SPIKE433).
    /// </exception>
    public void Finish(StoredClip clip, int jobs, CancellationToken cancellation)
    {
        if (!Directory.Exists(Folder)) throw Errors.DraftGone(Folder);
        if (ClipStore.Damaged(Folder, clip, jobs, cancellation) is [var first, ..])
            throw File.Exists(first.Path) ? Errors.ReadsBackOtherwise(first) : Errors.DraftGone(Folder);
        DraftFile.Write(Path.Combine(Folder, ClipStore.Description), Json.Write(clip));
        Exception? last = null;
        if (Patient.Until(() => TryPublish(clip, jobs, cancellation, out last), cancellation)) return;
        throw Errors.NotPublished(store.FolderOf(clip.Key), last);
    }

    public void Dispose()
    {
        Remove(Folder);
        held.Dispose();
    }

    internal static string LeaseOf(string folder) => folder + StoreSweep.Claim;

    internal static string FolderOf(string lease) => lease[..^StoreSweep.Claim.Length];

    internal static void Remove(string folder)
    {
        if (File.Exists(folder)) Disk.DeleteFile(folder);
        try
        {
            if (Directory.Exists(folder)) Disk.DeleteFolder(folder, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else removed it, or its parent.
        }
    }

    bool TryPublish(StoredClip clip, int jobs, CancellationToken cancellation, out Exception? failure)
    {
        failure = null;
        string place = store.FolderOf(clip.Key);
        if (store.Find(clip.Key) is { } there)
        {
            HashSet<string> damaged = [.. ClipStore.Damaged(place, there, jobs, cancellation).Select(file => file.Path)];
            AssertSame(there, clip, file => damaged.Contains(file.Path.In(place)));
            if (damaged.Count == 0 && there.Files.Count == clip.Files.Count) return true;
        }

        try
        {
            store.Remove(clip.Key);
            Disk.MakeFolder(Path.GetDirectoryName(place)!);
            Disk.MoveFolder(Folder, place);
            return true;
        }
        catch (IOException error)
        {
            // Another build was quicker, and this machine may not know it yet; or a folder went away that is made again.
            failure = error;
            store.Refresh(clip.Key);
            if (!Directory.Exists(Folder) && store.Find(clip.Key) is null) throw Errors.DraftGone(Folder);
            return false;
        }
    }

    /// <summary>Whole files of one key are the same, or one of the builds that wrote them is not what it says.</summary>
    static void AssertSame(StoredClip there, StoredClip clip, Func<StoredFile, bool> isDamaged)
    {
        Dictionary<RelativePath, string> digests = clip.Files.ToDictionary(file => file.Path, file => file.Sha256);
        StoredFile? other = there.Files.FirstOrDefault(file => !isDamaged(file) && digests.GetValueOrDefault(file.Path) != file.Sha256);
        if (other is not null) throw Errors.OtherBytesUnderOneKey(clip, there, other.Path.Text);
    }
}
