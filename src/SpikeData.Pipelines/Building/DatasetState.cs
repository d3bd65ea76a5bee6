namespace SpikeData.Pipelines;

/// <summary>How the build of a data set ended.</summary>
public enum DatasetState
{
    /// <summary>Something was out of date and has been built.</summary>
    Built,

    /// <summary>Nothing was out of date.</summary>
    UpToDate,

    /// <summary>The source is absent, which the recipe allows.</summary>
    Skipped,

    /// <summary>The clips of a part are in the store; the data set's folder was left alone.</summary>
    Recorded,

    /// <summary>Some clips could not be built; the others are in the store, and the data set's folder is as it was.</summary>
    Failed,
}
