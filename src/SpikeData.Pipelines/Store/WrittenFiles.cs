namespace SpikeData.Pipelines;

/// <summary>Finds damage among files that were written here, and reads those alone whose size, time or inode is not the one they were written with.</summary>
/// <param name="memory">Where the stamps are kept; it may be lost at any time, which costs a reading of everything.</param>
/// <param name="jobs">How many files are looked at at once.</param>
sealed class WrittenFiles(string memory, int jobs)
{
    /// <summary>The files that are gone or damaged.</summary>
    /// <param name="folder">What their paths are relative to.</param>
    /// <param name="files">What was written.</param>
    /// <param name="cancellation">Ends the looking.</param>
    public IReadOnlyList<DamagedFile> Damaged(string folder, IReadOnlyList<StoredFile> files, CancellationToken cancellation)
    {
        Dictionary<string, SourceFile> known = StatCache.Read(memory);
        var found = new SourceFile?[files.Count];
        var damaged = new DamagedFile?[files.Count];
        int unknown = 0;
        ParallelWork.For(files.Count, jobs, Look, cancellation);
        if (unknown > 0 || known.Count != files.Count) StatCache.TryWrite(memory, [.. found.OfType<SourceFile>()]);
        return [.. damaged.OfType<DamagedFile>()];

        void Look(int index)
        {
            StoredFile file = files[index];
            string path = file.Path.In(folder);
            FileStamp seen = default;
            if (DamagedFile.ProblemOf(path, file, DigestOf) is { } problem) damaged[index] = new(path, problem);
            else found[index] = new(file.Path.Text, seen, file.Sha256);

            string DigestOf(string path, FileStamp stamp)
            {
                seen = stamp.OfWriting;
                if (known.TryGetValue(file.Path.Text, out SourceFile before) && before.Stamp == seen) return before.Digest;
                Interlocked.Increment(ref unknown);
                return Digest.OfFile(path);
            }
        }
    }

    /// <summary>Keeps what the list of the files is, which is in no list.</summary>
    public void Seal(string list) => StatCache.TryWrite(memory + StoreMemory.Seal, [new(list, FileStamp.Of(list).OfWriting, Digest.OfFile(list))]);

    /// <summary>Whether the list of the files is as it was written. Where nobody remembers, it is taken for that.</summary>
    public bool IsSealed(string list) =>
        !StatCache.Read(memory + StoreMemory.Seal).TryGetValue(list, out SourceFile before) || before.Stamp == FileStamp.Of(list).OfWriting || before.Digest == Digest.OfFile(list);

    /// <summary>Keeps the stamps of files that were written a moment ago.</summary>
    public void Remember(string folder, IReadOnlyList<StoredFile> files)
    {
        var found = new SourceFile[files.Count];
        Parallel.For(0, files.Count, index =>
        {
            StoredFile file = files[index];
            found[index] = new(file.Path.Text, FileStamp.Of(file.Path.In(folder)).OfWriting, file.Sha256);
        });
        StatCache.TryWrite(memory, found);
    }
}
