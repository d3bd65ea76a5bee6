using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Records one clip into the store: takes over what the store has of it, and makes the rest from kept light or from its frames.</summary>
/// <param name="pipeline">The recipe.</param>
/// <param name="plan">The clip and its key.</param>
/// <param name="planner">Who planned it.</param>
/// <param name="workspace">Where and with what.</param>
/// <param name="store">Where the finished clip goes.</param>
/// <param name="kept">The light that the store keeps.</param>
/// <param name="report">Told how many frames have passed, and how many there are if that is known.</param>
sealed class ClipBuild(
    Pipeline pipeline, ClipPlan plan, Planner planner, Workspace workspace, ClipStore store, KeptLight kept, Action<long, long?> report)
{
    readonly IReadOnlyList<ProductPlan> products = ProductPlans.Of(pipeline, plan.Parts);

    /// <summary>Records the clip.</summary>
    /// <returns>What each product was made from.</returns>
    public IReadOnlyList<ProductWork> Run()
    {
        try
        {
            return Record(kept);
        }
        catch (DamagedLightException damage)
        {
            kept.Remove(damage.Light);
            return Record(null);
        }
    }

    /// <param name="light">Where to look for light; null where that of the clip is damaged.</param>
    ProductWork[] Record(KeptLight? light)
    {
        using ClipDraft draft = store.Begin();
        try
        {
            Clip clip = pipeline.Source.Open(plan.Source, workspace);
            Samples samples = pipeline.Record(clip);
            Dictionary<string, ProductPlan> plans = samples.Products.Zip(products).ToDictionary(pair => pair.First.Kind, pair => pair.Second);
            IReadOnlyList<TakenProduct> taken = new ProductReuse(store, draft.Folder, workspace).Take(plans);
            using ClipRecording recording = new(samples, draft.Folder, report, workspace.Cancellation);
            recording.Add(taken.SelectMany(product => product.Files));
            using ClipPasses passes = new(clip, samples, plans, recording, kept, workspace.Cancellation);
            IProduct[] missing = [.. samples.Products.ExceptBy(taken.Select(product => product.Kind), product => product.Kind)];
            string[] fromLight = [.. passes.Run(missing, light)];
            StoredFile[] files = recording.Finish();

            IEnumerable<KeyValuePair<string, JsonNode?>> ofProducts = samples.Products.Select(product => KeyValuePair.Create(product.Kind, Facts(product)));
            KeyValuePair<string, JsonNode?>[] ofClip =
                [.. Latest([.. clip.Facts.All, .. taken.SelectMany(product => product.ClipFacts), .. passes.KnownFacts])];
            JsonObject facts = new([.. ofProducts, .. ofClip.Select(Copy)]);
            StoredClip stored = new(plan.Key, plan.Parts, facts, SamplesIn(files, samples.Products[0].Exposures, samples.Products.Count), files)
            {
                Products = plans.Count > 0 ? plans.ToDictionary(product => product.Key, product => product.Value.Key) : null,
            };
            foreach (ProductPlan product in plans.Values) store.With(product.Key).TryAdd(plan.Key);
            Finish(draft, stored);
            passes.KeepLight(new(ofClip.Select(Copy)), workspace);
            return [.. plans.Select(product => new ProductWork(product.Value.Stage, OriginOf(product.Key)))];

            JsonNode? Facts(IProduct product) =>
                taken.FirstOrDefault(other => other.Kind == product.Kind) is { } donor ? donor.Facts?.DeepClone() : product.Facts;

            ProductOrigin OriginOf(string kind) => fromLight.Contains(kind) ? ProductOrigin.KeptLight
                : taken.Any(product => product.Kind == kind) ? ProductOrigin.TakenOver
                : ProductOrigin.Frames;
        }
        catch (SkippedClipException skipped)
        {
            // What was recorded before the damage is left out with the rest.
            using ClipDraft empty = store.Begin();
            Finish(empty, new(plan.Key, plan.Parts, new JsonObject { [DamagedFrames.Fact] = skipped.Facts.DeepClone() }, [], []));
            return [];
        }
    }

    void Finish(ClipDraft complete, StoredClip clip)
    {
        planner.AssertUnchanged(plan);
        complete.Finish(clip with { RecordedBy = ToolBuild.Name }, workspace.Jobs, workspace.Cancellation);
    }

    /// <summary>Facts in the order of their names, each as it was told last.</summary>
    static IEnumerable<KeyValuePair<string, JsonNode?>> Latest(IEnumerable<KeyValuePair<string, JsonNode?>> told) =>
        told.GroupBy(fact => fact.Key).Select(same => same.Last()).OrderBy(fact => fact.Key, StringComparer.Ordinal);

    static KeyValuePair<string, JsonNode?> Copy(KeyValuePair<string, JsonNode?> fact) => KeyValuePair.Create(fact.Key, fact.Value?.DeepClone());

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
