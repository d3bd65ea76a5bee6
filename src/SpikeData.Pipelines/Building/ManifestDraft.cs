using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Puts the manifest of a data set together from its clips in the store.</summary>
static class ManifestDraft
{
    public static Manifest Of(Pipeline pipeline, ContentKey key, IReadOnlyList<ClipPlan> plans, ClipStore store)
    {
        StoredClip[] stored = [.. plans.Select(plan => store.Find(plan.Key) ?? throw Errors.StoreDamaged(store.FolderOf(plan.Key)))];
        JsonObject common = ProductFacts.Common([.. stored.Select(clip => clip.Facts)]);
        ManifestClip[] clips =
        [
            .. plans.Zip(stored, (plan, clip) =>
                new ManifestClip(plan.Source.Name, plan.Source.Split, plan.Key, ProductFacts.Without(clip.Facts, common), clip.Samples, clip.Files)),
        ];
        return new(
            Manifest.CurrentFormat, pipeline.Name, pipeline.Description, key, clips.Sum(clip => clip.Samples.Count), Planner.FormOf(pipeline), common, clips);
    }
}
