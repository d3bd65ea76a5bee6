using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>What the data sets of a recipe file were when they were last reviewed: a file beside the recipes that is committed with them.</summary>
/// <param name="Format">The version of this file's form.</param>
/// <param name="Datasets">The data sets by name, sorted.</param>
public sealed record DatasetsLock(int Format, IReadOnlyDictionary<string, LockedDataset> Datasets)
{
    const int CurrentFormat = 1;

    /// <summary>A lock that names no data set yet.</summary>
    public static DatasetsLock Empty { get; } = new(CurrentFormat, new SortedDictionary<string, LockedDataset>(StringComparer.Ordinal));

    /// <summary>Where the lock of a recipe file lies: <c>datasets.lock</c> beside <c>datasets.yaml</c>.</summary>
    public static string PathFor(string recipes) => Path.ChangeExtension(Path.GetFullPath(recipes), ".lock");

    /// <summary>Reads a lock.</summary>
    /// <exception cref="SpikeDataException">There is none, or it is damaged (SPIKE416).</exception>
    public static DatasetsLock Read(string path) => Json.Read<DatasetsLock>(path, FaultOf).Value is { Format: CurrentFormat } read
        ? read
        : throw Errors.NoLock(path, File.Exists(path));

    /// <summary>Reads a lock, or begins one where there is none.</summary>
    /// <exception cref="SpikeDataException">What is there is damaged (SPIKE416).</exception>
    public static DatasetsLock ReadOrBegin(string path) => File.Exists(path) ? Read(path) : Empty;

    /// <summary>Writes the lock in place of whatever is there; an unchanged lock is left alone.</summary>
    public void Write(string path)
    {
        byte[] content = Json.Write(this);
        if (!File.Exists(path) || !content.AsSpan().SequenceEqual(File.ReadAllBytes(path))) AtomicFile.Write(path, content);
    }

    /// <summary>The same lock with another state of one data set.</summary>
    public DatasetsLock With(string name, LockedDataset dataset) => Of([.. Datasets.Where(entry => entry.Key != name), new(name, dataset)]);

    /// <summary>The same lock without data sets that there are no recipes for any more.</summary>
    public DatasetsLock Only(IReadOnlyCollection<string> names) => Of(Datasets.Where(entry => names.Contains(entry.Key)));

    /// <summary>A lock is a file that people edit; the reader of JSON does not look for nulls within lists.</summary>
    static string? FaultOf(DatasetsLock read)
    {
        IEnumerable<LockedDataset> sets = read.Datasets.Values;
        bool isWhole = sets.All(set => set is not null && set.Clips.Values.All(clip => clip is not null && !clip.Sources.Values.Contains(null)) && !set.Recipe.Values.Contains(null));
        return isWhole ? null : "a value is null.";
    }

    DatasetsLock Of(IEnumerable<KeyValuePair<string, LockedDataset>> entries) =>
        this with { Datasets = new SortedDictionary<string, LockedDataset>(entries.ToDictionary(), StringComparer.Ordinal) };
}
