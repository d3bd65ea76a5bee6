namespace SpikeData.Pipelines;

/// <summary>What there is of a data set, and what a build would do about it.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="Directory">Its folder, whether or not it exists.</param>
/// <param name="Condition">How it stands to its recipe and its source.</param>
public sealed record DatasetStatus(string Name, string Directory, DatasetCondition Condition)
{
    /// <summary>How many samples the folder holds; 0 where it is not built.</summary>
    public int Samples { get; init; }

    /// <summary>How much its files take on the disk; those that share their bytes with the store are counted here all the same.</summary>
    public long Bytes { get; init; }

    /// <summary>The clips that it is or will be made of, as far as anybody has looked.</summary>
    public int Clips { get; init; }

    /// <summary>Those of them that are finished, in the store.</summary>
    public int FinishedClips { get; init; }

    /// <summary>Why it is out of date: the parts of its key that changed.</summary>
    public IReadOnlyList<KeyChange> Changes { get; init; } = [];

    /// <summary>What keeps it from being built: what is wrong with its source, or why the latest build failed; in the words of errors.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];

    /// <summary>Who builds it now: "process 4711 on lab3". Null where nobody does.</summary>
    public string? Builder { get; init; }
}
