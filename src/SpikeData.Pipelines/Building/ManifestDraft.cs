using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Puts the manifest of a data set together from its clips in the store.</summary>
static class ManifestDraft
{
    public static Manifest Of(Pipeline pipeline, string key, IReadOnlyList<ClipPlan> plans, ClipStore store)
    {
        StoredClip[] stored = [.. plans.Select(plan => store.Find(plan.Key) ?? throw Errors.StoreDamaged(store.FolderOf(plan.Key)))];
        JsonObject common = Common([.. stored.Select(clip => clip.Facts)]);
        ManifestClip[] clips =
        [
            .. plans.Zip(stored, (plan, clip) =>
                new ManifestClip(plan.Source.Name, plan.Source.Split, plan.Key, Without(clip.Facts, common), clip.Samples, clip.Files)),
        ];
        return new(
            Manifest.CurrentFormat, pipeline.Name, pipeline.Description, key, clips.Sum(clip => clip.Samples.Count), Planner.FormOf(pipeline), common, clips);
    }

    /// <summary>The facts that all clips agree on.</summary>
    static JsonObject Common(IReadOnlyList<JsonObject> clips) => Select(clips[0], (kind, fact, value) =>
        clips.All(clip => JsonNode.DeepEquals(clip[kind]?[fact], value)));

    /// <summary>The facts of a clip that not all clips share.</summary>
    static JsonObject Without(JsonObject clip, JsonObject common) => Select(clip, (kind, fact, _) => common[kind]?[fact] is null);

    static JsonObject Select(JsonObject facts, Func<string, string, JsonNode?, bool> takes) => new(
        from kind in facts
        let taken = kind.Value!.AsObject().Where(fact => fact.Value is not null && takes(kind.Key, fact.Key, fact.Value)).Select(fact => KeyValuePair.Create(fact.Key, fact.Value?.DeepClone()))
        where taken.Any()
        select KeyValuePair.Create<string, JsonNode?>(kind.Key, new JsonObject(taken)));
}
