using System.Diagnostics;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Builds data sets from recipes: only what is out of date, into the store, then into the data set's folder.</summary>
public sealed class DatasetBuilder(Workspace workspace)
{
    readonly ClipStore store = new(workspace.StoreDirectory);

    public Workspace Workspace { get; } = workspace;

    /// <summary>What the data sets have to be: drift fails a build, before anything is made and after. Null builds whatever the recipes say.</summary>
    public DatasetsLock? Locked { get; init; }

    /// <summary>The clips that are recorded here, while other machines record the others; null for all, which then become the data set.</summary>
    public BuildPart? Part { get; init; }

    /// <summary>Brings a data set up to date. Failures of clips are part of the result; the other clips are built all the same.</summary>
    /// <exception cref="OperationCanceledException">The build was cancelled; finished clips stay in the store.</exception>
    public async Task<DatasetResult> BuildAsync(
        Pipeline pipeline, IProgress<BuildProgress>? progress = null, CancellationToken cancellation = default)
    {
        var watch = Stopwatch.StartNew();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, Workspace.Cancellation);
        var build = new DatasetBuild(pipeline, Workspace.With(progress, either.Token), store, Locked, Part);
        DatasetResult result = await Task.Factory.StartNew(build.Run, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        new FailureNotes(Workspace).Keep(pipeline, result);
        return result with { Elapsed = watch.Elapsed };
    }

    /// <summary>What there is of a data set, and what a build would do about it.</summary>
    public DatasetStatus Status(Pipeline pipeline) => new DatasetLook(pipeline, Workspace, store).Status();

    /// <summary>What makes a data set out of date: the components of its content key that changed. Empty when it is up to date.</summary>
    /// <exception cref="SpikeDataException">The source is absent or cannot be read.</exception>
    public IReadOnlyList<KeyChange> Why(Pipeline pipeline) => new Comparison(pipeline, Workspace, store).Changes();

    /// <summary>What the next build makes of each clip that the store does not have, and from what; nothing where it has all of them.</summary>
    /// <exception cref="SpikeDataException">The source is absent or cannot be read.</exception>
    public IReadOnlyList<ProductWork> Foresee(Pipeline pipeline) => new Outlook(pipeline, Workspace, store).Of(Plan(pipeline));

    /// <summary>The content key that a data set has when it is built from what its source holds now.</summary>
    /// <exception cref="SpikeDataException">The source is absent or cannot be read.</exception>
    public ContentKey KeyOf(Pipeline pipeline) => Planner.KeyOf(pipeline, Plan(pipeline));

    /// <summary>What a data set that was just built is locked as.</summary>
    /// <exception cref="SpikeDataException">It is not built from what its source holds now (SPIKE415).</exception>
    public LockedDataset Lock(Pipeline pipeline)
    {
        string directory = Path.Combine(Workspace.OutputDirectory, pipeline.Name);
        ClipPlan[] plans = Plan(pipeline);
        return Manifest.Find(directory) is { } manifest && manifest.Key == Planner.KeyOf(pipeline, plans)
            ? LockedDataset.Of(manifest, plans)
            : throw Errors.NotBuilt(pipeline.Name, directory);
    }

    /// <summary>Notes in a lock what data sets were built or found up to date; skipped ones keep the state they were locked in.</summary>
    /// <param name="path">The lock.</param>
    /// <param name="results">What became of each data set.</param>
    /// <param name="all">Every recipe of the file: what else the lock names, leaves it.</param>
    public DatasetsLock UpdateLock(string path, IEnumerable<DatasetResult> results, IReadOnlyList<Pipeline> all)
    {
        DatasetsLock next = DatasetsLock.ReadOrBegin(path).Only([.. all.Select(pipeline => pipeline.Name)]);
        foreach (DatasetResult result in results.Where(result => result.State is DatasetState.Built or DatasetState.UpToDate))
            next = next.With(result.Name, Lock(all.First(pipeline => pipeline.Name == result.Name)));
        next.Write(path);
        return next;
    }

    ClipPlan[] Plan(Pipeline pipeline)
    {
        var planner = new Planner(pipeline, Workspace);
        return [.. pipeline.Source.Apply(Workspace).Select(clip => planner.Plan(clip))];
    }

    /// <summary>Looks for what can be known to go wrong before a build: absent sources, files that cannot be opened, sizes and lengths that do not fit.</summary>
    public IReadOnlyList<BuildFailure> Check(Pipeline pipeline) => Survey(pipeline).Failures;

    /// <summary>Opens what a recipe names, and says what would become of it. Nothing is written.</summary>
    public DatasetPlan Survey(Pipeline pipeline) => new Survey(pipeline, Workspace).Run();

    /// <summary>What a build would do, with what it has to do still and how long that may take. Nothing is written; a few frames are made to see how long one takes.</summary>
    public DatasetPlan Estimate(Pipeline pipeline) => new Estimate(pipeline, Workspace, store).Of(Survey(pipeline));
}
