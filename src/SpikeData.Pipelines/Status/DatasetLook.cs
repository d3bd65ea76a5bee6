using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Finds out what there is of a data set.</summary>
/// <remarks>Sources are read only where a build has read them before, so that a first look takes no longer than a later one.</remarks>
sealed class DatasetLook(Pipeline pipeline, Workspace workspace, ClipStore store)
{
    readonly string directory = Path.Combine(workspace.OutputDirectory, pipeline.Name);

    public DatasetStatus Status()
    {
        Manifest? built = Manifest.Read(directory);
        ContentKey[] asked = [.. new StoreRegister(workspace.StoreDirectory).Entries().Select(entry => entry.User)
            .Where(user => user.IsOf(workspace.RecipeDirectory, workspace.OutputDirectory, pipeline.Name)).SelectMany(user => user.Clips).Distinct()];
        DatasetStatus status = new(pipeline.Name, directory, DatasetCondition.Missing)
        {
            Samples = built?.Samples ?? 0,
            Bytes = built?.Placed.Sum(file => file.Bytes) ?? 0,
            Clips = built?.Clips.Count ?? 0,
        };
        if (BuilderOf(asked) is { } builder)
            return status with { Condition = DatasetCondition.Building, Builder = builder, Clips = asked.Length, FinishedClips = asked.Count(IsFinished) };
        try
        {
            return built is null ? Unbuilt(status, asked.Length > 0) : Built(status);
        }
        catch (SpikeDataException problem)
        {
            return status with { Condition = DatasetCondition.NoSource, Problems = [problem.Message] };
        }
    }

    DatasetStatus Unbuilt(DatasetStatus status, bool isKnown)
    {
        IReadOnlyList<ClipSource> sources = pipeline.Source.Apply(workspace);
        if (sources.Count == 0) return status with { Condition = DatasetCondition.NoSource, Problems = [$"nothing at {pipeline.Source.Pattern}"] };
        status = status with { Clips = sources.Count };
        if (!isKnown) return Failed(status) ?? status;
        Planner planner = new(pipeline, workspace);
        status = status with { FinishedClips = sources.Count(clip => IsFinished(planner.Plan(clip).Key)) };
        return Failed(status) ?? (status.FinishedClips > 0 ? status with { Condition = DatasetCondition.Partial } : status);
    }

    DatasetStatus Built(DatasetStatus status)
    {
        IReadOnlyList<KeyChange> changes = new Comparison(pipeline, workspace, store).Changes();
        status = status with { Changes = changes };
        if (changes.Count == 0) return status with { Condition = DatasetCondition.UpToDate };
        return Failed(status) ?? status with { Condition = DatasetCondition.Stale };
    }

    DatasetStatus? Failed(DatasetStatus status) => new FailureNotes(workspace).Of(pipeline) is { Count: > 0 } failures
        ? status with { Condition = DatasetCondition.Failed, Problems = failures }
        : null;

    bool IsFinished(ContentKey key) => store.Find(key) is not null;

    string? BuilderOf(IEnumerable<ContentKey> clips) =>
        clips.Select(store.ClaimOf).Prepend(DatasetFolder.LeaseOf(directory)).Select(Lease.HolderOf).FirstOrDefault(holder => holder is not null);
}
