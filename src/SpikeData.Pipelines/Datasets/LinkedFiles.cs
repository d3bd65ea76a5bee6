namespace SpikeData.Pipelines;

/// <summary>Every file of a data set at its own place: a second name of the file in the store.</summary>
sealed class LinkedFiles(Manifest manifest, ClipStore store) : IPlacement
{
    public IReadOnlyList<RelativePath> Paths { get; } = [.. manifest.Files.Select(file => file.Path)];

    public Manifest Place(string folder, Action<long> report, CancellationToken cancellation)
    {
        int placed = 0;
        foreach (ManifestClip clip in manifest.Clips)
        {
            foreach (StoredFile file in clip.Files)
            {
                cancellation.ThrowIfCancellationRequested();
                string source = file.Path.In(store.FolderOf(clip.Key));
                if (DamagedFile.LengthProblem(source, file) is not null) throw Errors.StoreDamaged(store.FolderOf(clip.Key));
                Link(source, DatasetFolder.Inside(folder, file.Path));
                report(++placed);
            }
        }

        return manifest;
    }

    static void Link(string source, string target)
    {
        if (!File.Exists(target) || FileStamp.Of(target) != FileStamp.Of(source)) HardLink.Place(source, target);
    }
}
