using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>One build of one data set, from its source to its manifest.</summary>
sealed class DatasetBuild(Pipeline pipeline, Workspace workspace, ClipStore store, DatasetsLock? locked, BuildPart? part)
{
    readonly string directory = Path.Combine(workspace.OutputDirectory, pipeline.Name);
    readonly FailureList failures = new(pipeline);
    readonly int? samplesPerShard = pipeline.Stages.OfType<Write>().FirstOrDefault()?.Layout.SamplesPerShard;
    Manifest? manifest;
    DatasetState state = DatasetState.Failed;
    List<ClipPlan> plans = [];
    string skipped = "";
    int found;

    /// <summary>Builds what is out of date. Builds of one data set record its clips together, and change its folder one at a time.</summary>
    public DatasetResult Run()
    {
        failures.Try("", workspace.StoreDirectory, () =>
        {
            using FileLock user = Take(store.UsersLock, FileLock.TryShare);
            failures.Try("", directory, Build);
        });
        return new(pipeline.Name, state, directory, manifest?.Samples ?? 0, default, failures.All)
        {
            Note = Note(),
            Sources = [pipeline.Source.Pattern, .. StageForm.FilesOf(pipeline.Stages).Select(file => file.Path)],
            IsUnfinished = state == DatasetState.Failed && DatasetFolder.IsUnfinished(directory),
        };
    }

    void Build()
    {
        store.Sweep();
        IReadOnlyList<ClipSource> sources = pipeline.Source.Apply(workspace);
        IReadOnlyList<NamedFile> absent = NeededFiles.Absent(pipeline, workspace);
        if (sources.Count == 0 || (pipeline.Source.Optional && absent.Count > 0))
        {
            (state, skipped) = (DatasetState.Skipped, WhySkipped(sources.Count == 0, absent));
            return;
        }

        NeededFiles.Check(pipeline, workspace);
        if (part is { } own) sources = own.Of(sources);
        found = sources.Count;
        plans = Plan(sources);
        if (part is not null)
        {
            Record();
            if (failures.IsEmpty) state = DatasetState.Recorded;
            return;
        }

        LockCheck? check = locked is null ? null : new(pipeline, locked, store);
        if (check is not null && failures.IsEmpty) failures.Add(check.Before(plans));
        if (failures.IsEmpty) Build(check);
        else if (check is null) Record();
    }

    void Build(LockCheck? check)
    {
        string key = Planner.KeyOf(pipeline, plans);
        if (!new DatasetFolder(directory).IsWhole(key)) Record();
        if (!failures.IsEmpty) return;
        using FileLock alone = Take(workspace.LockOf(directory), FileLock.TryTake);
        // By now another build may have put the same data set together.
        var folder = new DatasetFolder(directory);
        bool isUpToDate = folder.IsWhole(key);
        Manifest next = isUpToDate ? folder.Manifest! : Draft(key, plans);
        failures.Add(check?.After(next) ?? []);
        if (!failures.IsEmpty) return;
        if (isUpToDate) (state, manifest) = (DatasetState.UpToDate, next);
        else Publish(folder, next);
    }

    Manifest Draft(string key, List<ClipPlan> plans)
    {
        Manifest all = ManifestDraft.Of(pipeline, key, plans, store);
        return samplesPerShard is null ? all : all.OnlySamples();
    }

    List<ClipPlan> Plan(IReadOnlyList<ClipSource> sources)
    {
        var planner = new Planner(pipeline, workspace);
        var planned = new List<ClipPlan>();
        long total = sources.Sum(source => (long)source.Files.Count), read = 0;
        foreach (ClipSource source in sources)
        {
            failures.Try(source.Title, workspace.StoreDirectory, () => planned.Add(planner.Plan(source, _ =>
                Report(source.Title, BuildPhase.Scanning, Interlocked.Increment(ref read), total))));
        }

        return planned;
    }

    void Record() => new SharedRecording(pipeline, workspace, store, failures).Run(plans);

    void Publish(DatasetFolder folder, Manifest next)
    {
        if (next.Samples == 0) throw Errors.NoSamples(next.Clips.Count);
        IPlacement placement = samplesPerShard is { } samples
            ? new ShardWriter(next, (clip, file) => Path.Combine(store.FolderOf(clip.Key), file.Path), samples)
            : new LinkedFiles(next, store);
        folder.Publish(placement, placed => Describe(placed, [.. plans.Select(plan => plan.Source)]), placed => Report("", BuildPhase.Publishing, placed, placement.Paths.Count), workspace.Cancellation);
        (state, manifest) = (DatasetState.Built, folder.Manifest);
        Report("", BuildPhase.Finished, next.Samples, next.Samples);
    }

    void Describe(Manifest next, IReadOnlyList<ClipSource> sources)
    {
        Sample[] samples = [.. Dataset.SamplesOf(next, directory)];
        AtomicFile.Write(Path.Combine(directory, Preview.FileName), Preview.Draw(samples, next, workspace.Device));
        AtomicFile.Write(Path.Combine(directory, DataCard.FileName), new DataCard(next, sources, workspace.RecipeDirectory).Write(samples));
    }

    FileLock Take(string path, Func<string, FileLock?> tryTake) =>
        FileLock.Take(path, tryTake, () => Report("", BuildPhase.Waiting, 0, null), workspace.Cancellation);

    string WhySkipped(bool isSourceAbsent, IReadOnlyList<NamedFile> absent)
    {
        IEnumerable<string> source = isSourceAbsent ? [$"nothing at {pipeline.Source.Pattern}"] : [];
        IEnumerable<string> files = absent.Select(file => file.Origin.Length > 0 ? $"no {file.Path} ({file.Origin})" : $"no {file.Path}");
        return $"there is {string.Join(" and ", source.Concat(files))} yet";
    }

    string Note()
    {
        if (state == DatasetState.Failed) return found > 1 ? $"{plans.Count(plan => store.Has(plan.Key))} of {found} clips are built and kept" : "";
        if (state == DatasetState.Recorded) return $"part {part}: {Counted.Of(found, "clip is", "clips are")} in the store";
        if (state == DatasetState.Skipped) return skipped;
        IReadOnlyList<ManifestClip> clips = manifest?.Clips ?? [];
        string[] empty = [.. clips.Where(clip => clip.Samples.Count == 0).Select(clip => clip.Title)];
        IEnumerable<string> notes = empty.Length == 0 ? [] : [$"too short for a sample: {string.Join(", ", empty)}"];
        IEnumerable<string> common = manifest is null ? [] : ClipFacts.WarningsIn(manifest.Products).Select(warning => $"warning: {warning}");
        IEnumerable<string> single = clips.SelectMany(clip => ClipFacts.WarningsIn(clip.Products).Select(warning => $"warning: {clip.Title}: {warning}"));
        return string.Join("; ", notes.Concat(common).Concat(single));
    }

    void Report(string clip, BuildPhase phase, long done, long? total) => workspace.Progress?.Report(new(pipeline.Name, clip, phase, done, total));
}
