using System.Collections.Concurrent;

namespace SpikeData.Pipelines;

/// <summary>Reads what was built, and finds what no longer has the bytes it was written with.</summary>
/// <param name="jobs">How many files are read at once.</param>
/// <param name="report">Told how many files have been read, and how many there are.</param>
/// <param name="cancellation">Ends the reading.</param>
sealed class StoreCheck(int jobs, Action<long, long> report, CancellationToken cancellation)
{
    readonly ConcurrentDictionary<FileStamp, string> digests = new();

    /// <summary>The files of a data set that are gone or damaged.</summary>
    /// <param name="directory">Its folder.</param>
    /// <param name="manifest">What it holds.</param>
    public IReadOnlyList<DamagedFile> Dataset(string directory, Manifest manifest) => Check([.. manifest.Placed.Select(file => (file, directory, (ContentKey?)null))]);

    /// <summary>The files of clips in the store that are gone or damaged.</summary>
    /// <param name="store">The store.</param>
    /// <param name="chosen">The keys of the clips.</param>
    public IReadOnlyList<DamagedFile> Store(ClipStore store, IEnumerable<ContentKey> chosen)
    {
        ILookup<bool, ContentKey> keys = chosen.ToLookup(key => store.Find(key) is not null);
        return
        [
            .. keys[false].Select(key => new DamagedFile(Path.Combine(store.FolderOf(key), ClipStore.Description), "cannot be understood") { StoreKey = key }),
            .. Check([.. keys[true].SelectMany(key => store.Find(key)!.Files.Select(file => (file, store.FolderOf(key), (ContentKey?)key)))]),
        ];
    }

    DamagedFile[] Check((StoredFile File, string Directory, ContentKey? StoreKey)[] files)
    {
        var damaged = new ConcurrentBag<DamagedFile>();
        long read = 0;
        Parallel.ForEach(files, new() { MaxDegreeOfParallelism = jobs, CancellationToken = cancellation }, one =>
        {
            string path = one.File.Path.In(one.Directory);
            if (one.File.Path.LinkIn(one.Directory) is { } link) damaged.Add(DamagedFile.Linked(path, link) with { StoreKey = one.StoreKey });
            else if (DamagedFile.ProblemOf(path, one.File, Digest) is { } problem) damaged.Add(new(path, problem) { StoreKey = one.StoreKey });
            report(Interlocked.Increment(ref read), files.Length);
        });
        return [.. damaged.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>Files of data sets are second names of files in the store: each is read once, where the system tells that it is the same.</summary>
    string Digest(string path, FileStamp stamp) => stamp.Inode == 0 ? Pipelines.Digest.OfFile(path) : digests.GetOrAdd(stamp, _ => Pipelines.Digest.OfFile(path));
}
