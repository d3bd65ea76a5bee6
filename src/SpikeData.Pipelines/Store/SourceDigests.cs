using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>The digests of source files; files whose size, times and inode are known are not read.</summary>
/// <param name="directory">Where the stat caches lie, one per clip.</param>
/// <param name="jobs">How many files are read at once.</param>
/// <param name="clock">Tells which files were written a moment ago; the system's unless given.</param>
sealed class SourceDigests(string directory, int jobs, TimeProvider? clock = null)
{
    /// <summary>Times of files may be as coarse as this: what changes within it after a look is not told from what was seen.</summary>
    static readonly TimeSpan CoarsestClock = TimeSpan.FromSeconds(2);

    /// <summary>Whether digests are kept for the next time.</summary>
    public bool Remembers { get; init; } = true;

    readonly TimeProvider clock = clock ?? TimeProvider.System;

    /// <summary>Those that are remembered in a workspace's store.</summary>
    /// <param name="workspace">Where the store lies.</param>
    /// <param name="remembers">Whether what is new is kept for the next time.</param>
    public static SourceDigests Of(Workspace workspace, bool remembers = true) => new(new StoreMemory(workspace.StoreDirectory).Sources, workspace.Jobs) { Remembers = remembers };

    /// <summary>The files of one clip with their digests, in the order of the clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="read">Called with each file that had to be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="SpikeDataException">A file cannot be read, or changes while it is (SPIKE402).</exception>
    public SourceFile[] Of(ClipSource clip, Action<string>? read = null, CancellationToken cancellation = default)
    {
        string cache = Path.Combine(directory, Digest.OfText($"{clip.Title}\n{clip.Files[0]}")[..32]);
        Dictionary<string, SourceFile> known = StatCache.Read(cache);
        var files = new SourceFile[clip.Files.Count];
        int unknown = 0;
        ParallelWork.For(files.Length, jobs, Look, cancellation);
        if (Remembers && (unknown > 0 || known.Count != files.Length)) StatCache.TryWrite(cache, files);
        return files;

        void Look(int index)
        {
            string path = clip.Files[index];
            if (known.TryGetValue(path, out files[index]) && files[index].Stamp == Stamp(path)) return;
            files[index] = Measure(path);
            Interlocked.Increment(ref unknown);
            read?.Invoke(path);
        }
    }

    /// <summary>One file outside of any clip, such as the weights of a network.</summary>
    public SourceFile Of(string path) => Of(new ClipSource("", "", [path]))[0];

    /// <summary>Makes sure that files still hold the bytes that their digests belong to, and did at every moment since.</summary>
    /// <remarks>A stamp that changed and came back with the same bytes is a change all the same: nobody knows what was read in between.</remarks>
    /// <exception cref="SpikeDataException">A file changed (SPIKE402).</exception>
    public void AssertUnchanged(IReadOnlyList<SourceFile> files, CancellationToken cancellation) => ParallelWork.For(files.Count, jobs, index =>
    {
        SourceFile file = files[index];
        if (Stamp(file.Path) != file.Stamp || (!file.IsSettled && Measure(file.Path).Digest != file.Digest)) throw Errors.BeingWritten(file.Path);
    }, cancellation);

    static FileStamp Stamp(string path) => Reading(path, FileStamp.Of);

    SourceFile Measure(string path)
    {
        DateTime quietSince = clock.GetUtcNow().UtcDateTime - CoarsestClock;
        FileStamp stamp = Stamp(path);
        string digest = Reading(path, Digest.OfFile);
        bool isSettled = stamp.LatestNanoseconds < (quietSince - DateTime.UnixEpoch).Ticks * 100;
        return Stamp(path) == stamp ? new(path, stamp, digest, isSettled) : throw Errors.BeingWritten(path);
    }

    static T Reading<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw Errors.Unreadable(path, error);
        }
    }
}
