using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Compares what a data set was built from with what it would be built from now.</summary>
sealed class Comparison(Pipeline pipeline, Workspace workspace, ClipStore store)
{
    /// <summary>What changed; empty when the data set is up to date.</summary>
    public IReadOnlyList<KeyChange> Changes()
    {
        string directory = Path.Combine(workspace.OutputDirectory, pipeline.Name);
        DatasetFolder folder = new(directory, new WrittenFiles(store.Memory.OfDataset(directory), workspace.Jobs), workspace.Cancellation);
        if (folder.Manifest is not { } built) return [new("", "data set", "", "not built yet, or not to its end")];
        var planner = new Planner(pipeline, workspace);
        ClipPlan[] plans = [.. pipeline.Source.Apply(workspace).Select(clip => planner.Plan(clip))];
        KeyChange[] changes = [.. Merge([.. ClipChanges(built, plans)])];
        if (changes.Length > 0) return changes;
        if (Planner.KeyOf(pipeline, plans) != built.Key) return [.. RecipeChanges(built)];
        return [.. folder.Damaged().Select(file => new KeyChange("", $"file {Path.GetRelativePath(directory, file.Path)}", "", file.Problem))];
    }

    IEnumerable<KeyChange> ClipChanges(Manifest built, ClipPlan[] plans)
    {
        var before = built.Clips.ToDictionary(clip => clip.Title);
        foreach (ClipPlan plan in plans)
        {
            string title = plan.Source.Title;
            if (!before.Remove(title, out ManifestClip? old)) yield return new(title, "clip", "", "found");
            else if (old.Key != plan.Key)
            {
                foreach (KeyChange change in Reasons(title, store.Find(old.Key)?.Parts, plan.Parts)) yield return change;
            }
        }

        foreach (string gone in before.Keys) yield return new(gone, "clip", "built", "absent");
    }

    static IEnumerable<KeyChange> Reasons(string clip, IReadOnlyList<KeyPart>? before, IReadOnlyList<KeyPart> now)
    {
        if (before is null) return [new(clip, "store", "", "no longer holds what the clip was built from")];
        KeyChange[] changes = [.. Renamed([.. Differences(clip, before, now)])];
        return changes.Length > 0 ? changes : [new(clip, "order of the sources", "", "changed")];
    }

    /// <summary>A source file that is gone and a new one with the same bytes are one file that was renamed.</summary>
    static IEnumerable<KeyChange> Renamed(List<KeyChange> changes)
    {
        foreach (KeyChange gone in changes.Where(change => change is { IsSource: true, Now: "" }).ToArray())
        {
            if (changes.Find(change => change is { IsSource: true, Before: "" } && change.Now == gone.Before) is not { } now) continue;
            changes[changes.IndexOf(gone)] = new(gone.Clip, "name of a source", gone.Part[Planner.SourcePrefix.Length..], now.Part[Planner.SourcePrefix.Length..]);
            changes.Remove(now);
        }

        return changes;
    }

    /// <summary>The parts that are not the same in two lists.</summary>
    internal static IEnumerable<KeyChange> Differences(string clip, IEnumerable<KeyPart> before, IEnumerable<KeyPart> now)
    {
        Dictionary<string, string> old = ByName(before), current = ByName(now);
        return old.Keys.Union(current.Keys).Select(name => new KeyChange(clip, name, old.GetValueOrDefault(name, ""), current.GetValueOrDefault(name, "")))
            .Where(change => change.Before != change.Now);
    }

    /// <summary>The parts of the recipe that the clips' keys do not depend on, such as its description and where its source lies.</summary>
    IEnumerable<KeyChange> RecipeChanges(Manifest built)
    {
        KeyPart[] before = [new("description", built.Description), .. StageForm.Parts(built.Stages.OfType<JsonObject>())];
        KeyPart[] now = [new("description", pipeline.Description), .. StageForm.Parts(Planner.FormOf(pipeline).OfType<JsonObject>())];
        return Reasons("", before, now);
    }

    /// <summary>Says once what is true of every changed clip.</summary>
    static IEnumerable<KeyChange> Merge(KeyChange[] changes)
    {
        int clips = changes.Select(change => change.Clip).Distinct().Count();
        return changes.GroupBy(change => change with { Clip = "" })
            .SelectMany(same => clips > 1 && same.Count() == clips ? [same.Key] : same.AsEnumerable());
    }

    static Dictionary<string, string> ByName(IEnumerable<KeyPart> parts)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (KeyPart part in parts) values[part.Name] = part.Value;
        return values;
    }
}
