namespace SpikeData.Pipelines;

/// <summary>What a store remembers of files so that they are not read again: of sources, and of data sets that were built. All of it may be lost at any time, which costs a reading.</summary>
sealed class StoreMemory(string directory)
{
    /// <summary>What the memory of a list of files ends in.</summary>
    public const string Seal = ".list";

    readonly string stamps = Path.Combine(directory, "stamps");

    /// <summary>Where the stamps of sources are kept.</summary>
    public string Sources { get; } = Path.Combine(directory, "sources");

    /// <summary>Where the stamps of a data set's files are kept.</summary>
    public string OfDataset(string dataset) => Path.Combine(stamps, $"{Path.GetFileName(dataset)}-{Digest.OfText(dataset)[..8]}");

    /// <summary>What is remembered of files that are gone.</summary>
    /// <param name="datasets">The folders of all data sets that may still be needed.</param>
    /// <param name="olderThan">What was noted since is kept.</param>
    public IReadOnlyList<string> Outdated(IEnumerable<string> datasets, TimeSpan olderThan)
    {
        HashSet<string> needed = [.. datasets.Select(OfDataset).SelectMany(path => new[] { path, path + Seal })];
        IEnumerable<string> gone = In(stamps).Where(path => !needed.Contains(path)).Concat(In(Sources).Where(path => !StatCache.Read(path).Keys.Any(File.Exists)));
        return [.. gone.Where(path => DateTime.UtcNow - File.GetLastWriteTimeUtc(path) >= olderThan)];
    }

    static IEnumerable<string> In(string folder) => Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
}
