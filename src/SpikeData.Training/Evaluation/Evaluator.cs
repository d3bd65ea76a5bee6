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
        TrainedModel trained = new(model, work.Name, new(work.Directory), work.Workspace.Device);
        using RawSdm raw = new(work.Workspace.Device, trained.ShortTicks);
        using Teacher? teacher = trained.Teacher();
        using Student? student = trained.Student();
        Method[] methods = [.. Methods(trained, raw, teacher, student)];
        bool hasTruth = Enumerable.Range(0, scenes.Count).Any(i => scenes[i].SharpCount > 0);
        ReportRow[] rows = hasTruth ? [.. (model.Evaluate ?? Usual).SelectMany(evaluation => Rows(evaluation, methods, scenes))] : [.. Reblurred(methods, scenes)];
        if (hasTruth) ComparisonSheet.Draw(methods, scenes, new ModelFolder(work.Directory).Pictures);
        return new(work.Name, manifest.Name, [.. scenes.Names], rows) { HasTruth = hasTruth };
    }

    static IEnumerable<Method> Methods(TrainedModel trained, RawSdm raw, Teacher? teacher, Student? student)
    {
        yield return new("Blurry input", "the blurry image as it is", 0, false, (view, planes) => view.Scene.Blur(view.Window, planes));
        yield return new("Raw SDM", "the spike-guided model on enlarged spikes, no network", 0, false, raw.Deblur);
        if (teacher is not null)
            yield return new("Teacher (SDM)", "bsn, edsr and the spike-guided model", trained.Parameters("bsn", "edsr"), false, teacher.Deblur);
        if (student is not null) yield return new("I-4 LDN (S-SDM)", "the light network alone, in color", trained.Parameters("ldn"), false, student.Deblur);
        yield return new("I-1 TFP", "the mean of few spikes, enlarged by interpolation, in gray", 0, true, raw.Brightness);
        if (teacher is null) yield break;
        yield return new("I-2 BSN", "the same, denoised by bsn, in gray", trained.Parameters("bsn"), true, teacher.DenoisedBrightness);
        yield return new("I-3 BSN + EDSR", "the same, enlarged by edsr, in gray", trained.Parameters("bsn", "edsr"), true, teacher.Brightness);
    }

    /// <summary>The images of an exposure against the truth.</summary>
    IEnumerable<ReportRow> Rows(IEvaluation evaluation, Method[] methods, SceneSet scenes) => Rows(
        evaluation.Title, methods, scenes,
        (method, scene, comparisons) => evaluation.Instants(scene.SharpCount).Select(sharp => method.Measure(scene, sharp, comparisons)));

    /// <summary>What can be measured without a truth: whether the images of an exposure, put together again, give the blurry image.</summary>
    IEnumerable<ReportRow> Reblurred(Method[] methods, SceneSet scenes) => Rows(
        "Re-blur", methods.Where(method => !method.IsGray && method != methods[0]), scenes,
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
                Scores.Mean([.. all.Select(scores => scores.SSdm)]), Scores.Mean([.. all.Select(scores => scores.Standard)]));
        }
    }
}
