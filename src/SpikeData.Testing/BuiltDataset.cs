using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>A data set as it lies on the disk, and the store in which its earlier states may be found.</summary>
sealed class BuiltDataset
{
    readonly string directory;
    readonly ClipStore store;
    readonly Sample[] samples;

    /// <param name="dataset">Which one.</param>
    /// <param name="directory">Its folder; found beside the recipe unless given.</param>
    /// <param name="store">The store; beside the data sets unless given.</param>
    /// <exception cref="Compute.SpikeDataException">It is not built (SPIKE415), or a file is gone (SPIKE419).</exception>
    public BuiltDataset(Dataset dataset, string? directory, string? store)
    {
        (this.directory, Manifest) = dataset.Built(directory);
        if (new DatasetFolder(this.directory).Missing().FirstOrDefault() is { } gone) throw new DamagedFile(PathOf(gone), "is gone").Error;
        this.store = new(store ?? Path.GetFullPath(Path.Combine(this.directory, "..", "..", "store")));
        samples = [.. Dataset.SamplesOf(Manifest, this.directory)];
    }

    public Manifest Manifest { get; }

    /// <summary>At most so many of the samples, evenly spread.</summary>
    public IEnumerable<Sample> Some(int count)
    {
        int taken = Math.Min(count, samples.Length);
        return Enumerable.Range(0, taken).Select(index => samples[(int)((long)index * samples.Length / taken)]);
    }

    /// <summary>The full path of a file.</summary>
    public string PathOf(string path) => Path.Combine(directory, path);

    /// <summary>The sample that a file belongs to; null when it belongs to none.</summary>
    public Sample? SampleOf(StoredFile file) => samples.FirstOrDefault(sample => sample.Files(file.Kind).Contains(PathOf(file.Path)));

    /// <summary>A file as it was when it was reviewed; null when the store does not know it any more.</summary>
    public string? Reviewed(FingerprintFile file)
    {
        string path = Path.Combine(store.FolderOf(file.Key), file.Path);
        return File.Exists(path) && Fingerprint.Short(Digest.OfFile(path)) == file.Digest ? path : null;
    }
}
