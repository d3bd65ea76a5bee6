using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Measures a trained model on the held-out exposures of its data set.</summary>
public sealed class Evaluator(SsdmModel model, ModelWork work, IProgress<EvaluationProgress>? progress = null)
{
    static readonly IEvaluation[] Usual = [new SingleFrame()];

    /// <summary>The methods that are compared unless the recipe names some: all that need no parameter, unless given.</summary>
    public IReadOnlyList<IMethod> Methods { get; init; } = Variants.In<IMethod>(typeof(Evaluator).Assembly);

    /// <summary>The metrics that are measured beside the usual ones unless the recipe names some.</summary>
    public IReadOnlyList<IMetric> Metrics { get; init; } = [];

    IReadOnlyList<IMethod> Chosen => model.Methods ?? [.. Methods.OrderBy(method => method.Place)];

    /// <exception cref="SpikeDataException">
    /// SPIKE415: the data set is not built. SPIKE516: a network is not trained. SPIKE524: a method lacks networks.
    /// </exception>
    public EvaluationReport Run()
    {
        string folder = Path.Combine(work.Workspace.OutputDirectory, model.Dataset.Pipeline.Name);
        Manifest manifest = Manifest.Find(folder) ?? throw Errors.NotBuilt(model.Dataset.Pipeline.Name, folder);
        SceneSet scenes = new(Split.Of(manifest.Name, [.. Dataset.SamplesOf(manifest, folder)]).HeldOut);
        MethodContext context = new(new(model, work.Name, new(work.Directory), work.Workspace.Device, scenes), scenes.Scale,
            work.Workspace.RecipeDirectory);
        bool hasTruth = Enumerable.Range(0, scenes.Count).Any(i => scenes[i].SharpCount > 0);
        using ReportMeter meter = new(work.Workspace.Device, model.Metrics ?? Metrics, work.Workspace.RecipeDirectory);
        ReportRow[] rows = hasTruth
            ? [.. (model.Evaluate ?? Usual).SelectMany(evaluation => Rows(evaluation, context with { Enlarge = evaluation.Enlarge }, scenes, meter))]
            : [.. Reblurred(context, scenes, meter)];
        if (hasTruth) Draw(context, scenes);
        return new(work.Name, manifest.Name, [.. scenes.Names], rows) { HasTruth = hasTruth };
    }

    /// <summary>The images of an exposure against the truth.</summary>
    IEnumerable<ReportRow> Rows(IEvaluation evaluation, MethodContext context, SceneSet scenes, ReportMeter meter) => Rows(
        evaluation.Title, context, scenes, _ => true,
        (method, scene) => evaluation.Instants(scene.SharpCount).Select(sharp => method.Measure(scene, sharp, meter)));

    /// <summary>What can be measured without a truth: whether the images of an exposure, put together again, give the blurry image.</summary>
    IEnumerable<ReportRow> Reblurred(MethodContext context, SceneSet scenes, ReportMeter meter) => Rows(
        "Re-blur", context, scenes, method => method is { IsGray: false, IsStill: false }, (method, scene) => [method.MeasureReblur(scene, meter)]);

    IEnumerable<ReportRow> Rows(
        string title,
        MethodContext context,
        SceneSet scenes,
        Func<ReadyMethod, bool> takes,
        Func<ReadyMethod, Scene, IEnumerable<MeasuredScores>> measure)
    {
        foreach (IMethod chosen in Chosen)
        {
            using ReadyMethod? method = Open(chosen, context);
            if (method is null || !takes(method)) continue;
            List<MeasuredScores> all = [];
            for (int i = 0; i < scenes.Count; i++)
            {
                work.Workspace.Cancellation.ThrowIfCancellationRequested();
                progress?.Report(new(title, method.Name, i, scenes.Count));
                all.AddRange(measure(method, scenes[i]));
            }

            progress?.Report(new(title, method.Name, scenes.Count, scenes.Count));
            if (all.Count > 0) yield return Row(title, method, all);
        }
    }

    /// <exception cref="SpikeDataException">SPIKE524: the recipe names a method for which the model lacks networks.</exception>
    ReadyMethod? Open(IMethod method, MethodContext context) => method.Open(context) ?? (model.Methods is null ? null : throw new SpikeDataException(
        "SPIKE524", $"The method '{Variants.NameOf(method)}' of '{work.Name}' needs networks that the model does not train: "
            + $"{string.Join(", ", context.Networks.Missing)}. "
            + "Add them to 'train', or take the method out of 'methods'."));

    ReportRow Row(string title, ReadyMethod method, List<MeasuredScores> all)
    {
        IReadOnlyList<IMetric> metrics = model.Metrics ?? Metrics;
        return new(
            title, method.Name, method.Definition, method.Parameters, all.Count,
            Scores.Mean([.. all.Select(scores => scores.SSdm)]), Scores.Mean([.. all.Select(scores => scores.Standard)]))
        {
            Enlarged = method.Enlarged?.Words(),
            Metrics = metrics.Count == 0 ? null
                : [.. metrics.Select((metric, i) => new ReportScore(metric.Title, all.Average(scores => scores.Further[i]), metric.Format))],
        };
    }

    void Draw(MethodContext context, SceneSet scenes)
    {
        ReadyMethod[] ready = [.. Chosen.Select(method => Open(method, context)).OfType<ReadyMethod>()];
        ComparisonSheet.Draw([.. ready.Where(method => !method.IsGray)], scenes, new ModelFolder(work.Directory).Pictures);
        foreach (ReadyMethod method in ready) method.Dispose();
    }
}
