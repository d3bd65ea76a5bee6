using SpikeData.Pipelines;

namespace SpikeData.Testing;

/// <summary>A data set as it lies on the disk, and the store in which its earlier states may be found.</summary>
sealed class BuiltDataset
{
    readonly DatasetFiles files;
    readonly ClipStore store;
    readonly Sample[] samples;

    /// <param name="dataset">Which one.</param>
    /// <param name="directory">Its folder; found beside the recipe unless given.</param>
    /// <param name="store">The store; beside the data sets unless given.</param>
    /// <exception cref="Compute.SpikeDataException">It is not built (SPIKE415), or a file is gone (SPIKE419).</exception>
    public BuiltDataset(Dataset dataset, string? directory, string? store)
    {
        (string folder, Manifest) = dataset.Built(directory);
        if (Manifest.Placed.Select(file => file.Path.In(folder)).FirstOrDefault(path => !File.Exists(path)) is { } gone) throw new DamagedFile(gone, "is gone").Error;
        files = new(folder, Manifest);
        this.store = new(store ?? Path.GetFullPath(Path.Combine(folder, "..", "..", "store")));
        samples = [.. Dataset.SamplesOf(Manifest, folder)];
    }

    public Manifest Manifest { get; }

    /// <summary>At most so many of the samples, evenly spread.</summary>
    public IEnumerable<Sample> Some(int count)
    {
        int taken = Math.Min(count, samples.Length);
        return Enumerable.Range(0, taken).Select(index => samples[(int)((long)index * samples.Length / taken)]);
    }

    /// <summary>The full path of a file.</summary>
    public string PathOf(StoredFile file) => files.PathOf(file);

    /// <summary>The digest of a file as it is now.</summary>
    public string DigestOf(StoredFile file) => files.InShards ? Digest.OfBytes(files.Read(file)) : Digest.OfFile(PathOf(file));

    /// <summary>A picture of the data set as a file: the store has those that lie within shards. Null when it does not.</summary>
    public string? PictureOf(StoredFile file)
    {
        string path = files.InShards ? file.Path.In(store.FolderOf(Manifest.Clips.First(clip => clip.Files.Contains(file)).Key)) : PathOf(file);
        return File.Exists(path) ? path : null;
    }

    /// <summary>The sample that a file belongs to; null when it belongs to none.</summary>
    public Sample? SampleOf(StoredFile file) => samples.FirstOrDefault(sample => sample.Files(file.Kind).Contains(PathOf(file)));

    /// <summary>A file as it was when it was reviewed; null when the store does not know it any more.</summary>
    public string? Reviewed(FingerprintFile file)
    {
        string path = file.Path.In(store.FolderOf(file.Key));
        return File.Exists(path) && Fingerprint.Short(Digest.OfFile(path)) == file.Digest ? path : null;
    }
}
