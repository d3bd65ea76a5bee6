using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>One build of one data set, from its source to its manifest.</summary>
sealed class DatasetBuild(Pipeline pipeline, Workspace workspace, ClipStore store, DatasetsLock? locked, BuildPart? part)
{
    readonly string directory = Path.Combine(workspace.OutputDirectory, pipeline.Name);
    /// <summary>How often a build begins again when clips vanish from the store behind it.</summary>
    const int MostTries = 3;

    readonly FailureList failures = new(pipeline);
    readonly Planner planner = new(pipeline, workspace);
    readonly int? samplesPerShard = pipeline.Stages.OfType<Write>().FirstOrDefault()?.Layout.SamplesPerShard;
    Manifest? manifest;
    DatasetState state = DatasetState.Failed;
    List<ClipPlan> plans = [];
    string skipped = "";
    readonly List<string> notes = [];
    int found;

    /// <summary>Builds what is out of date. Builds of one data set record its clips together, and change its folder one at a time.</summary>
    public DatasetResult Run()
    {
        failures.Try("", workspace.StoreDirectory, () =>
        {
            using Lease user = store.Share(SayWaiting, workspace.Cancellation);
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
        if (FileName.FaultOf(pipeline.Name) is { } fault) throw Errors.BadName("The data set", pipeline.Name, fault);
        if (part is null) OutputPlace.RequireInside(directory);
        store.Sweep();
        if (store.FindsNoLocks()) notes.Add("no file locks on the store's file system: builds keep apart by their claims alone");
        IReadOnlyList<ClipSource> sources = pipeline.Source.Apply(workspace);
        ClipSource.RequireApart(sources);
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
        new StoreRegister(workspace.StoreDirectory).Note(
            new(Environment.MachineName, workspace.RecipeDirectory, workspace.OutputDirectory, pipeline.Name, $"{part}", [.. plans.Select(plan => plan.Key)]), failures.IsEmpty);
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
        ContentKey key = Planner.KeyOf(pipeline, plans);
        for (int tried = 1; !IsUpToDate(key, check) && failures.IsEmpty; tried++)
        {
            Record();
            if (!failures.IsEmpty) return;
            using Lease alone = Lease.Take(DatasetFolder.LeaseOf(directory), SayWaiting, workspace.Cancellation);
            // By now another build may have put the same data set together.
            Patient.Refresh(directory);
            if (IsUpToDate(key, check)) return;
            try
            {
                Manifest next = Draft(key, plans);
                failures.Add(check?.After(next) ?? []);
                if (failures.IsEmpty) Publish(next, alone);
                return;
            }
            catch (SpikeDataException error) when (error.Id is Errors.StoreDamagedId or Errors.DamagedId && tried < MostTries)
            {
                // Somebody removed clips, or damaged them, since they were looked at: they are recorded anew.
            }
        }
    }

    bool IsUpToDate(ContentKey key, LockCheck? check)
    {
        DatasetFolder folder = Folder();
        if (!folder.IsWhole(key)) return false;
        failures.Add(check?.After(folder.Manifest!) ?? []);
        if (!failures.IsEmpty) return false;
        folder.Tidy();
        (state, manifest) = (DatasetState.UpToDate, folder.Manifest);
        return true;
    }

    DatasetFolder Folder() => new(directory, new WrittenFiles(store.Memory.OfDataset(directory), workspace.Jobs), workspace.Cancellation);

    Manifest Draft(ContentKey key, List<ClipPlan> plans)
    {
        Manifest all = ManifestDraft.Of(pipeline, key, plans, store);
        return samplesPerShard is null ? all : all.OnlySamples();
    }

    List<ClipPlan> Plan(IReadOnlyList<ClipSource> sources)
    {
        var planned = new List<ClipPlan>();
        long total = sources.Sum(source => (long)source.Files.Count), read = 0;
        foreach (ClipSource source in sources)
        {
            failures.Try(source.Title, workspace.StoreDirectory, () => planned.Add(planner.Plan(source, _ =>
                Report(source.Title, BuildPhase.Scanning, Interlocked.Increment(ref read), total))));
        }

        return planned;
    }

    void Record()
    {
        SharedRecording recording = new(pipeline, planner, workspace, store, failures);
        recording.Run(plans);
        notes.AddRange(recording.Mended.Select(clip => $"damaged in the store and recorded anew: {clip}"));
    }

    void Publish(Manifest next, Lease alone)
    {
        DatasetFolder folder = Folder();
        if (next.Samples == 0) throw Errors.NoSamples(next.Clips.Count);
        IPlacement placement = samplesPerShard is { } samples
            ? new ShardWriter(next, (clip, file) => file.Path.In(store.FolderOf(clip.Key)), samples)
            : new LinkedFiles(next, store);
        folder.Publish(
            placement,
            placed => Describe(placed, [.. plans.Select(plan => plan.Source)]),
            placed => Report("", BuildPhase.Publishing, placed, placement.Paths.Count),
            alone);
        (state, manifest) = (DatasetState.Built, folder.Manifest);
        if (placement is LinkedFiles { Note: { Length: > 0 } sharing }) notes.Add(sharing);
        Report("", BuildPhase.Finished, next.Samples, next.Samples);
    }

    void Describe(Manifest next, IReadOnlyList<ClipSource> sources)
    {
        Sample[] samples = [.. Dataset.SamplesOf(next, directory)];
        AtomicFile.Write(Path.Combine(directory, Preview.FileName), Preview.Draw(samples, next, workspace.Device));
        AtomicFile.Write(Path.Combine(directory, DataCard.FileName), new DataCard(next, sources, workspace.RecipeDirectory).Write(samples));
    }

    void SayWaiting() => Report("", BuildPhase.Waiting, 0, null);

    string WhySkipped(bool isSourceAbsent, IReadOnlyList<NamedFile> absent)
    {
        IEnumerable<string> source = isSourceAbsent ? [$"nothing at {pipeline.Source.Pattern}"] : [];
        IEnumerable<string> files = absent.Select(file => file.Origin.Length > 0 ? $"no {file.Path} ({file.Origin})" : $"no {file.Path}");
        return $"there is {string.Join(" and ", source.Concat(files))} yet";
    }

    string Note()
    {
        if (state == DatasetState.Failed) return found > 1 ? $"{plans.Count(plan => store.Has(plan.Key))} of {found} clips are built and kept" : "";
        string said = notes.Count > 0 ? $" ({string.Join("; ", notes)})" : "";
        if (state == DatasetState.Recorded) return $"part {part}: {Counted.Of(found, "clip is", "clips are")} in the store{said}";
        if (state == DatasetState.Skipped) return skipped;
        IReadOnlyList<ManifestClip> clips = manifest?.Clips ?? [];
        string[] empty = [.. clips.Where(clip => clip.Samples.Count == 0 && !clip.Products.ContainsKey(DamagedFrames.Fact)).Select(clip => clip.Title)];
        IEnumerable<string> tooShort = empty.Length == 0 ? [] : [$"too short for a sample: {string.Join(", ", empty)}"];
        IEnumerable<string> common = manifest is null ? [] : ClipFacts.WarningsIn(manifest.Products).Select(warning => $"warning: {warning}");
        IEnumerable<string> single = clips.SelectMany(clip => ClipFacts.WarningsIn(clip.Products).Select(warning => $"warning: {clip.Title}: {warning}"));
        return string.Join("; ", tooShort.Concat(notes).Concat(common).Concat(single));
    }

    void Report(string clip, BuildPhase phase, long done, long? total) => workspace.Progress?.Report(new(pipeline.Name, clip, phase, done, total));
}
