namespace SpikeData.Pipelines;

/// <summary>How a data set stands to its recipe and its source.</summary>
public enum DatasetCondition
{
    /// <summary>Nobody has built it here.</summary>
    Missing,

    /// <summary>Its source is not there, or cannot be read.</summary>
    NoSource,

    /// <summary>Some of its clips are in the store; a build goes on from there.</summary>
    Partial,

    /// <summary>A build is at work on it.</summary>
    Building,

    /// <summary>The latest build failed, and nothing has been built since.</summary>
    Failed,

    /// <summary>It is built, and a build would change it.</summary>
    Stale,

    /// <summary>It is built, and a build would find nothing to do.</summary>
    UpToDate,
}
