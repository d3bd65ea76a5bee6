using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>The folder in which users find a data set. It has a manifest exactly when everything the manifest names is in place.</summary>
/// <param name="directory">The folder.</param>
/// <param name="written">Knows the stamps of its files.</param>
/// <param name="cancellation">Ends the work; the next build goes on from there.</param>
sealed class DatasetFolder(string directory, WrittenFiles written, CancellationToken cancellation)
{
    /// <summary>Lists what an unfinished build may have written; it is there only while the folder changes.</summary>
    internal const string JournalName = "manifest.unfinished.json";

    readonly string manifest = Path.Combine(directory, Manifest.FileName), journal = Path.Combine(directory, JournalName);

    /// <summary>Held by whoever changes the folder; beside it, since machines may know the folder by different paths.</summary>
    public static string LeaseOf(string directory) => directory + StoreSweep.Claim;

    /// <summary>Whether a build ended, however it did, while it changed a folder.</summary>
    public static bool IsUnfinished(string directory) => File.Exists(Path.Combine(directory, JournalName));

    /// <summary>What the folder holds, or null when it is absent or incomplete.</summary>
    public Manifest? Manifest { get; private set; } = Manifest.Read(directory);

    /// <summary>Whether the folder holds the data set of this key, with every file in place and as it was written.</summary>
    public bool IsWhole(ContentKey key) => Manifest?.Key == key && Damaged().Count == 0;

    /// <summary>The files that the manifest names and that are gone or damaged, and the manifest itself.</summary>
    public IReadOnlyList<DamagedFile> Damaged() => Manifest is null ? []
        : [.. written.IsSealed(manifest) ? Array.Empty<DamagedFile>() : [new(manifest, "was changed since it was written")], .. written.Damaged(directory, [.. Manifest.Placed], cancellation)];

    /// <summary>Makes the folder hold a data set: places what is new, removes what an older manifest named, touches nothing else.</summary>
    /// <param name="placement">What is placed, and how.</param>
    /// <param name="finish">Adds what is made from the finished files, before the manifest is written.</param>
    /// <param name="report">Told how many files are in place.</param>
    /// <param name="alone">Held by whoever changes the folder.</param>
    /// <exception cref="SpikeDataException">The folder holds files of others (SPIKE408), or another build took it over (SPIKE434).</exception>
    public void Publish(IPlacement placement, Action<Manifest> finish, Action<long> report, Lease alone)
    {
        RelativePath[] ours = [.. OurFiles()];
        AtomicFile.Write(journal, Json.Write(ours.Union(placement.Paths)));
        Disk.DeleteFile(manifest);
        Remove(ours.Except(placement.Paths));
        Manifest placed = placement.Place(directory, report, cancellation);
        finish(placed);
        if (!alone.IsHeld) throw Errors.FolderTaken(directory);
        written.Remember(directory, [.. placed.Placed]);
        AtomicFile.Write(manifest, Json.Write(placed));
        written.Seal(manifest);
        Disk.DeleteFile(journal);
        Manifest = placed;
    }

    /// <summary>Removes what a build left that ended after it had written the manifest, unless another one is at work.</summary>
    public void Tidy()
    {
        if (!File.Exists(journal) && !File.Exists(LeaseOf(directory))) return;
        using Lease? alone = Lease.TryTake(LeaseOf(directory));
        if (alone is not null) Disk.DeleteFile(journal);
    }

    /// <summary>The files that earlier builds wrote, finished or not.</summary>
    /// <exception cref="SpikeDataException">The folder holds files of others (SPIKE408).</exception>
    IEnumerable<RelativePath> OurFiles()
    {
        RelativePath[]? unfinished = Json.Read<RelativePath[]>(journal, paths => paths.Contains(null!) ? "a path is null." : null).Value;
        // What is listed is newer than what is remembered of single names, where other machines write, too.
        string[] there = Directory.Exists(directory) ? [.. Directory.EnumerateFileSystemEntries(directory)] : [];
        bool known = Manifest is not null || unfinished is not null || there.Contains(manifest) || there.Contains(journal);
        // A build killed while it began leaves the beginning of its list, and nothing else.
        if (!known && there.Any(path => !DraftFile.IsDraftOf(path, journal))) throw Errors.ForeignFolder(directory);
        return (Manifest?.Placed.Select(file => file.Path) ?? []).Union(unfinished ?? []);
    }

    void Remove(IEnumerable<RelativePath> files)
    {
        foreach (RelativePath file in files)
        {
            string path = Inside(directory, file);
            string folder = Path.GetDirectoryName(path)!;
            if (!Directory.Exists(folder)) continue;
            Disk.DeleteFile(path);
            Disk.DeleteFile(HardLink.DraftOf(path));
            RemoveEmpty(folder);
        }
    }

    void RemoveEmpty(string folder)
    {
        while (folder.Length > directory.Length && Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Disk.DeleteFolder(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }

    /// <summary>The full path at which a file of the data set may be written or removed; what lies behind a symbolic link was not written by us.</summary>
    internal static string Inside(string directory, RelativePath path) =>
        path.Parent?.LinkIn(directory) is { } link ? throw Errors.LinkedFolder(link) : path.In(directory);
}
