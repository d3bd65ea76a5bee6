namespace SpikeData.Pipelines;

/// <summary>What there is of a model, and what training would do about it.</summary>
/// <param name="Name">The model's name in datasets.yaml.</param>
/// <param name="Directory">Its folder, whether or not it exists.</param>
/// <param name="Networks">Its networks in the order in which they are trained.</param>
public sealed record ModelStatus(string Name, string Directory, IReadOnlyList<NetworkStatus> Networks)
{
    /// <summary>How much its files take on the disk.</summary>
    public long Bytes { get; init; }

    /// <summary>Who trains it now: "process 4711 on lab3". Null where nobody does.</summary>
    public string? Trainer { get; init; }

    /// <summary>What keeps it from being trained, in the words of errors: data or weights that are absent.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}
