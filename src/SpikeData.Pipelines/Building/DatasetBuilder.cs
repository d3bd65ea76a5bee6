namespace SpikeData.Pipelines;

/// <summary>Builds data sets from recipes: only what is out of date, into the store, then into the data set's folder.</summary>
public sealed class DatasetBuilder(Workspace workspace)
{
    public Workspace Workspace { get; } = workspace;

    /// <summary>Brings a data set up to date. Failures of clips are part of the result; the other clips are built all the same.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled; finished clips stay in the store.</exception>
    public Task<DatasetResult> BuildAsync(Pipeline pipeline, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default) =>
        throw new NotSupportedException();

    /// <summary>What makes a data set out of date: the components of its content key that changed. Empty when it is up to date.</summary>
    public IReadOnlyList<KeyChange> Why(Pipeline pipeline) => throw new NotSupportedException();

    /// <summary>Looks for everything that can be known to go wrong before a build: absent sources, sizes that do not fit.</summary>
    public IReadOnlyList<BuildFailure> Check(Pipeline pipeline) => throw new NotSupportedException();
}
