using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>The digests of source files; files whose size, time and inode are known are not read.</summary>
/// <param name="directory">Where the stat caches lie, one per clip.</param>
/// <param name="jobs">How many files are read at once.</param>
sealed class SourceDigests(string directory, int jobs)
{
    /// <summary>The files of one clip with their digests, in the order of the clip.</summary>
    /// <param name="clip">The clip.</param>
    /// <param name="read">Called with each file that had to be read.</param>
    /// <param name="cancellation">Ends the reading.</param>
    /// <exception cref="SpikeDataException">A file cannot be read (SPIKE402).</exception>
    public SourceFile[] Of(ClipSource clip, Action<string>? read = null, CancellationToken cancellation = default)
    {
        string cache = Path.Combine(directory, Digest.OfText($"{clip.Title}\n{clip.Files[0]}")[..32]);
        Dictionary<string, SourceFile> known = StatCache.Read(cache);
        var files = new SourceFile[clip.Files.Count];
        int unknown = 0;
        ParallelWork.For(files.Length, jobs, Look, cancellation);
        if (unknown > 0 || known.Count != files.Length) Remember(cache, files);
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

    /// <summary>The digest of one file outside of any clip, such as the weights of a network.</summary>
    public string Of(string path) => Of(new ClipSource("", "", [path]))[0].Digest;

    static FileStamp Stamp(string path) => Reading(path, FileStamp.Of);

    static SourceFile Measure(string path)
    {
        FileStamp stamp = Stamp(path);
        string digest = Reading(path, Digest.OfFile);
        return Stamp(path) == stamp ? new(path, stamp, digest) : throw Errors.BeingWritten(path);
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

    static void Remember(string cache, SourceFile[] files)
    {
        try
        {
            StatCache.Write(cache, files, DateTime.UtcNow);
        }
        catch (IOException)
        {
            // Another build writes the same cache, or the disk is full: the files are read again next time.
        }
    }
}
