using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Measures a trained model on the held-out exposures of its data set.</summary>
public sealed class Evaluator(SsdmModel model, ModelWork work, IProgress<EvaluationProgress>? progress = null)
{
    static readonly IEvaluation[] Usual = [new SingleFrame()];

    /// <exception cref="SpikeData.Compute.SpikeDataException">SPIKE415: the data set is not built. SPIKE516: a network is not trained.</exception>
    public EvaluationReport Run()
    {
        string folder = Path.Combine(work.Workspace.OutputDirectory, model.Dataset.Pipeline.Name);
        Manifest manifest = Manifest.Find(folder) ?? throw Errors.NotBuilt(model.Dataset.Pipeline.Name, folder);
        SceneSet scenes = new(Division.Of(manifest.Name, [.. Dataset.SamplesOf(manifest, folder)]).HeldOut);
        TrainedModel trained = new(model, work.Name, new(work.Directory), work.Workspace.Device, scenes);
        using RawSdm raw = new(work.Workspace.Device, trained.ShortTicks);
        using Teacher? teacher = trained.Teacher();
        using Student? student = trained.Student();
        MethodList methods = new(trained, raw, teacher, student, scenes.Scale);
        bool hasTruth = Enumerable.Range(0, scenes.Count).Any(i => scenes[i].SharpCount > 0);
        ReportRow[] rows = hasTruth ? [.. (model.Evaluate ?? Usual).SelectMany(evaluation => Rows(evaluation, methods, scenes))] : [.. Reblurred(methods, scenes)];
        if (hasTruth) ComparisonSheet.Draw([.. methods.InColor()], scenes, new ModelFolder(work.Directory).Pictures);
        return new(work.Name, manifest.Name, [.. scenes.Names], rows) { HasTruth = hasTruth };
    }

    /// <summary>The images of an exposure against the truth.</summary>
    IEnumerable<ReportRow> Rows(IEvaluation evaluation, MethodList methods, SceneSet scenes) => Rows(
        evaluation.Title, methods.InColor().Concat(methods.InGray(evaluation.Enlarge)), scenes,
        (method, scene, comparisons) => evaluation.Instants(scene.SharpCount).Select(sharp => method.Measure(scene, sharp, comparisons)));

    /// <summary>What can be measured without a truth: whether the images of an exposure, put together again, give the blurry image.</summary>
    IEnumerable<ReportRow> Reblurred(MethodList methods, SceneSet scenes) => Rows(
        "Re-blur", methods.InColor().Skip(1), scenes,
        (method, scene, comparisons) => [method.MeasureReblur(scene, comparisons)]);

    IEnumerable<ReportRow> Rows(string title, IEnumerable<Method> methods, SceneSet scenes, Func<Method, Scene, Comparisons, IEnumerable<ProtocolScores>> measure)
    {
        using Comparisons comparisons = new(work.Workspace.Device);
        foreach (Method method in methods)
        {
            List<ProtocolScores> all = [];
            for (int i = 0; i < scenes.Count; i++)
            {
                work.Workspace.Cancellation.ThrowIfCancellationRequested();
                progress?.Report(new(title, method.Name, i, scenes.Count));
                all.AddRange(measure(method, scenes[i], comparisons));
            }

            progress?.Report(new(title, method.Name, scenes.Count, scenes.Count));
            if (all.Count == 0) continue;
            yield return new(
                title, method.Name, method.Definition, method.Parameters, all.Count,
                Scores.Mean([.. all.Select(scores => scores.SSdm)]), Scores.Mean([.. all.Select(scores => scores.Standard)]))
            {
                Enlarged = method.Enlarged?.Words(),
            };
        }
    }
}
