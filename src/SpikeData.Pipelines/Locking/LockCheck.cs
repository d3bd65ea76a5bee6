using System.Globalization;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Compares a data set with what its lock says, before it is built and after.</summary>
sealed class LockCheck(Pipeline pipeline, DatasetsLock locked, ClipStore store)
{
    readonly LockedDataset? reviewed = locked.Datasets.GetValueOrDefault(pipeline.Name);

    /// <summary>What the data set would be built from that is not what the lock says; each with the stage concerned.</summary>
    public IEnumerable<SpikeDataException> Before(IReadOnlyList<ClipPlan> plans)
    {
        if (reviewed is null) return [Errors.NotLocked(pipeline.Name)];
        KeyPart[] recipe = [.. LockedParts.OfRecipe(plans[0].Parts)];
        SpikeDataException[] drift = [.. Differences(Parts(reviewed.Recipe), recipe).Select(change => Drift(StageOf(change.Part), change)), .. Clips(plans)];
        if (drift.Length > 0 || plans.All(plan => reviewed.Clips[plan.Source.Title].Key == plan.Key)) return drift;
        return [Drift(pipeline.Source, new("", "order of the sources", "", "changed"))];
    }

    /// <summary>Whether the same recipe and sources gave other bytes than when they were reviewed.</summary>
    public IEnumerable<SpikeDataException> After(Manifest built)
    {
        foreach (ManifestClip clip in built.Clips)
        {
            if (LockedDataset.DataOf([clip]) != reviewed!.Clips[clip.Title].Data) yield return Errors.OtherBytes(pipeline.Name, clip.Title);
        }
    }

    IEnumerable<SpikeDataException> Clips(IReadOnlyList<ClipPlan> plans)
    {
        foreach (ClipPlan plan in plans)
        {
            string title = plan.Source.Title;
            if (!reviewed!.Clips.TryGetValue(title, out LockedClip? before)) yield return Drift(pipeline.Source, new(title, KeyChange.Whole, "", "added"));
            else foreach (KeyChange change in Sources(before, plan)) yield return Drift(pipeline.Source, change with { Clip = title });
        }

        foreach (string gone in reviewed!.Clips.Keys.Except(plans.Select(plan => plan.Source.Title)))
            yield return Drift(pipeline.Source, new(gone, KeyChange.Whole, "", "removed"));
    }

    /// <summary>The source files that changed: each of them while the store knows the locked clip, otherwise as finely as the lock knows them.</summary>
    IEnumerable<KeyChange> Sources(LockedClip before, ClipPlan plan)
    {
        KeyChange[] changes = [.. Differences(Parts(before.Sources), LockedParts.OfSources(plan.Parts))];
        if (changes.Length == 0 || store.Find(before.Key) is not { } stored) return changes;
        return Differences(stored.Parts, plan.Parts).Where(change => change.Part.StartsWith(Planner.SourcePrefix, StringComparison.Ordinal))
            .Select(change => change with { Part = change.Part[Planner.SourcePrefix.Length..] });
    }

    static IEnumerable<KeyPart> Parts(IReadOnlyDictionary<string, string> parts) => parts.Select(part => new KeyPart(part.Key, part.Value));

    static IEnumerable<KeyChange> Differences(IEnumerable<KeyPart> before, IEnumerable<KeyPart> now) => Comparison.Differences("", before, now);

    SpikeDataException Drift(object? stage, KeyChange change)
    {
        SpikeDataException drift = Errors.Drift(pipeline.Name, change);
        return stage is null ? drift : drift.At(stage);
    }

    /// <summary>The stage that a part such as "expose.frames" or "expose#2.frames" belongs to; null where the recipe has none of the kind any more.</summary>
    object? StageOf(string part)
    {
        string[] name = part.Split('.')[0].Split('#');
        int number = 1;
        // A lock may be damaged, or edited by hand.
        if (name.Length > 1 && !int.TryParse(name[1], NumberStyles.None, CultureInfo.InvariantCulture, out number)) return null;
        return pipeline.Stages.Where(stage => StageForm.NameOf(stage) == name[0]).ElementAtOrDefault(number - 1);
    }
}
