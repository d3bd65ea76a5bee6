using SpikeData.Imaging;
using Shard = (string Path, long Offset, long Length);

namespace SpikeData.Pipelines;

/// <summary>The files of a finished data set, wherever they lie: in folders, or within shards.</summary>
sealed class DatasetFiles(string directory, Manifest manifest)
{
    /// <summary>Where within which shard each file lies; null where files lie in folders.</summary>
    readonly Lazy<Dictionary<RelativePath, Shard>>? places = manifest.Shards is { } shards ? new(() => PlacesIn(directory, shards)) : null;

    /// <summary>Whether the files lie within shards, and have no path of their own.</summary>
    public bool InShards => places is not null;

    /// <summary>The full path of a file; the one it would have where it lies within a shard.</summary>
    public string PathOf(StoredFile file) => file.Path.In(directory);

    /// <exception cref="Compute.SpikeDataException">A shard is damaged (SPIKE458), or does not hold the file (SPIKE419).</exception>
    public byte[] Read(StoredFile file)
    {
        if (places is null) return InputFile.ReadAllBytes(PathOf(file));
        if (!places.Value.TryGetValue(file.Path, out Shard place)) throw new DamagedFile(PathOf(file), "is in no shard").Error;
        using FileStream shard = InputFile.Open(place.Path);
        if (place.Length > Math.Min(Array.MaxLength, shard.Length - place.Offset)) throw ShardErrors.Damaged(place.Path, $"'{file.Path}' ends early");
        byte[] content = new byte[place.Length];
        shard.Position = place.Offset;
        shard.ReadExactly(content);
        return content;
    }

    static Dictionary<RelativePath, Shard> PlacesIn(string directory, IEnumerable<StoredFile> shards)
    {
        Dictionary<RelativePath, Shard> places = [];
        foreach (string path in shards.Where(file => file.Kind == ShardWriter.ShardKind).Select(file => file.Path.In(directory)))
        foreach ((RelativePath file, long offset, long length) in ShardReader.FilesIn(path)) places[file] = (path, offset, length);
        return places;
    }
}
