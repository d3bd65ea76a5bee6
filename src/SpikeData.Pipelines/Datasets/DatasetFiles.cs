using Shard = (string Path, long Offset, long Length);

namespace SpikeData.Pipelines;

/// <summary>The files of a finished data set, wherever they lie: in folders, or within shards.</summary>
sealed class DatasetFiles(string directory, Manifest manifest)
{
    /// <summary>Where within which shard each file lies; null where files lie in folders.</summary>
    readonly Lazy<Dictionary<string, Shard>>? places = manifest.Shards is { } shards ? new(() => PlacesIn(directory, shards)) : null;

    /// <summary>Whether the files lie within shards, and have no path of their own.</summary>
    public bool InShards => places is not null;

    /// <summary>The full path of a file; the one it would have where it lies within a shard.</summary>
    public string PathOf(StoredFile file) => Path.Combine(directory, file.Path);

    /// <exception cref="Compute.SpikeDataException">A shard is damaged (SPIKE458), or does not hold the file (SPIKE419).</exception>
    public byte[] Read(StoredFile file)
    {
        if (places is null) return File.ReadAllBytes(PathOf(file));
        if (!places.Value.TryGetValue(file.Path, out Shard place)) throw new DamagedFile(PathOf(file), "is in no shard").Error;
        byte[] content = new byte[place.Length];
        using FileStream shard = File.OpenRead(place.Path);
        shard.Position = place.Offset;
        shard.ReadExactly(content);
        return content;
    }

    static Dictionary<string, Shard> PlacesIn(string directory, IEnumerable<StoredFile> shards)
    {
        Dictionary<string, Shard> places = new(StringComparer.Ordinal);
        foreach (string path in shards.Where(file => file.Kind == ShardWriter.ShardKind).Select(file => Path.Combine(directory, file.Path)))
        foreach ((string file, long offset, long length) in ShardReader.FilesIn(path)) places[file] = (path, offset, length);
        return places;
    }
}
