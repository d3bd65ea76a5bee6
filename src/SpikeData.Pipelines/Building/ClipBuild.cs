using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Records one clip into the store.</summary>
static class ClipBuild
{
    /// <param name="pipeline">The recipe.</param>
    /// <param name="plan">The clip and its key.</param>
    /// <param name="planner">Who planned it.</param>
    /// <param name="workspace">Where and with what.</param>
    /// <param name="store">Where the finished clip goes.</param>
    /// <param name="report">Told how many frames have passed, and how many there are if that is known.</param>
    public static void Run(Pipeline pipeline, ClipPlan plan, Planner planner, Workspace workspace, ClipStore store, Action<long, long?> report)
    {
        using ClipDraft draft = store.Begin();
        Samples samples = pipeline.Record(pipeline.Source.Open(plan.Source, workspace));
        StoredFile[] files = ClipRecording.Run(samples, draft.Folder, report, workspace.Cancellation);
        planner.AssertUnchanged(plan);
        JsonObject facts = new(samples.Products.Select(product => KeyValuePair.Create<string, JsonNode?>(product.Kind, product.Facts)).Concat(samples.Clip.Facts.All));
        ManifestSample[] whole = SamplesIn(files, samples.Products[0].Exposures, samples.Products.Count);
        draft.Finish(new(plan.Key, plan.Parts, facts, whole, files) { RecordedBy = ToolBuild.Name }, workspace.Jobs, workspace.Cancellation);
    }

    /// <summary>The exposures that every product has a file of.</summary>
    static ManifestSample[] SamplesIn(IEnumerable<StoredFile> files, Exposures exposures, int products) =>
    [
        .. from file in files
           where file.Kind != SampleFiles.SidecarKind
           group file.Kind by file.Exposure into kinds
           where kinds.Distinct().Count() == products
           orderby kinds.Key
           select new ManifestSample(Exposures.Label(exposures.Number(exposures.Middle(kinds.Key)), exposures.Clip.Digits), kinds.Key),
    ];
}
