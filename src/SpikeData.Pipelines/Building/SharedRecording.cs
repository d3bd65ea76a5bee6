using System.Collections.Concurrent;

namespace SpikeData.Pipelines;

/// <summary>Records the clips that the store does not have. Builds that share a store share this work: each clip is recorded by one of them.</summary>
/// <param name="pipeline">The recipe.</param>
/// <param name="plans">The clips.</param>
/// <param name="planner">Who planned them.</param>
/// <param name="workspace">Where and with what.</param>
/// <param name="store">Where finished clips go.</param>
/// <param name="failures">Takes what goes wrong with a clip.</param>
sealed class SharedRecording(
    Pipeline pipeline, IReadOnlyList<ClipPlan> plans, Planner planner, Workspace workspace, ClipStore store, FailureList failures)
{
    readonly ConcurrentBag<ClipPlan> taken = [];
    readonly ConcurrentBag<string> mended = [];
    readonly ConcurrentBag<IReadOnlyList<ProductWork>> recorded = [];
    readonly KeptLight kept = KeptLight.For(pipeline, plans, store, workspace);
    int missing, finished;

    /// <summary>The clips that the store had, with damage, and that were recorded anew.</summary>
    public IEnumerable<string> Mended => mended.Order(StringComparer.Ordinal);

    /// <summary>What the products of the clips were made from that this build recorded.</summary>
    public IEnumerable<ProductWork> Recorded => recorded.SelectMany(work => work);

    /// <exception cref="OperationCanceledException">The build was cancelled; finished clips stay in the store.</exception>
    public void Run()
    {
        bool[] isThere = new bool[plans.Count];
        ParallelWork.For(plans.Count, workspace.Jobs, index => isThere[index] = store.Has(plans[index].Key), workspace.Cancellation);
        ClipPlan[] own = [.. plans.Where((_, index) => !isThere[index]).DistinctBy(plan => plan.Key)];
        missing = own.Length;
        ReportClips();
        ForEach(own, RecordUnlessTaken);
        // What others were at is finished by now, or falls to this build because they failed or died.
        ForEach(taken.OrderBy(plan => plan.Source.Title, StringComparer.Ordinal), RecordAfterOthers);
        workspace.Cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Several clips at once, each on a thread that may wait for its frames.</summary>
    void ForEach(IEnumerable<ClipPlan> chosen, Action<ClipPlan> record)
    {
        using var free = new SemaphoreSlim(workspace.Jobs);
        var clips = new List<Task>();
        foreach (ClipPlan plan in chosen)
        {
            free.Wait(CancellationToken.None);
            if (workspace.Cancellation.IsCancellationRequested) break;
            clips.Add(Task.Factory.StartNew(() => Try(plan, record, free), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default));
        }

        Task.WaitAll(clips, CancellationToken.None);
    }

    void Try(ClipPlan plan, Action<ClipPlan> record, SemaphoreSlim free)
    {
        try
        {
            failures.Try(plan.Source.Title, workspace.StoreDirectory, () => record(plan));
            Report(plan, BuildPhase.Finished, 1, 1);
            ReportClips();
        }
        catch (OperationCanceledException) when (workspace.Cancellation.IsCancellationRequested)
        {
            // The build ends when the other clips have seen it too.
        }
        finally
        {
            free.Release();
        }
    }

    void RecordUnlessTaken(ClipPlan plan)
    {
        using Lease? claim = Lease.TryTake(store.ClaimOf(plan.Key));
        if (claim is null) taken.Add(plan);
        else Record(plan);
    }

    void RecordAfterOthers(ClipPlan plan)
    {
        using Lease claim = Lease.Take(store.ClaimOf(plan.Key), () => Report(plan, BuildPhase.Waiting, 0, null), workspace.Cancellation);
        store.Refresh(plan.Key);
        Record(plan);
    }

    void Record(ClipPlan plan)
    {
        Report(plan, BuildPhase.Recording, 0, null);
        // Whoever held the claim before may have finished the clip.
        if (!store.Has(plan.Key, workspace.Jobs, workspace.Cancellation))
        {
            if (store.Find(plan.Key) is not null) mended.Add(plan.Source.Title);
            ClipBuild build = new(pipeline, plan, planner, workspace, store, kept, (done, total) => Report(plan, BuildPhase.Recording, done, total));
            recorded.Add(build.Run());
        }

        Interlocked.Increment(ref finished);
    }

    void ReportClips()
    {
        if (missing > 1) workspace.Progress?.Report(new(pipeline.Name, "", BuildPhase.Recording, finished, missing));
    }

    void Report(ClipPlan plan, BuildPhase phase, long done, long? total) =>
        workspace.Progress?.Report(new(pipeline.Name, plan.Source.Title, phase, done, total));
}
