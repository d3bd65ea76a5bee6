namespace SpikeData.Pipelines;

/// <summary>Every file of a data set at its own place: a second name of the file in the store.</summary>
sealed class LinkedFiles(Manifest manifest, ClipStore store) : IPlacement
{
    readonly HashSet<Sharing> ways = [];

    public IReadOnlyList<RelativePath> Paths { get; } = [.. manifest.Files.Select(file => file.Path)];

    /// <summary>What to know of how the files were placed; mostly nothing.</summary>
    public string Note => ways.Contains(Sharing.Copy) ? "these files are copies, since they cannot share those of the store: they take their room twice" : "";

    public Manifest Place(string folder, Action<long> report, CancellationToken cancellation)
    {
        int placed = 0;
        foreach (ManifestClip clip in manifest.Clips)
        {
            foreach (StoredFile file in clip.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                string source = file.Path.In(store.FolderOf(clip.Key));
                if (DamagedFile.ProblemOf(source, file, (_, _) => file.Sha256) is not null) throw Errors.StoreDamaged(store.FolderOf(clip.Key));
                Link(source, DatasetFolder.Inside(folder, file.Path));
                report(++placed);
            }
        }

        return manifest;
    }

    void Link(string source, string target)
    {
        if (!File.Exists(target) || FileStamp.Of(target) != FileStamp.Of(source)) ways.Add(HardLink.Place(source, target));
    }
}
