using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>The program that a project with a datasets.yaml becomes: builds data sets, trains models and says what became of them.</summary>
public static class DatasetProgram
{
    const int Succeeded = 0, Failed = 1, Misused = 2;
    const string Cancellation = "Cancelled; what was finished is kept, and the next run goes on from there.";

    /// <summary>
    /// Runs <c>build [names]</c> or <c>train [names]</c>, which builds the data of the models first, with
    /// <c>--recipes FILE --output DIR --store DIR --jobs N --device NAME --results FILE --lock check|write --relative-to DIR --progress lines</c>.
    /// </summary>
    /// <returns>0, or 1 when something failed, 2 when the arguments make no sense, 130 when it was cancelled.</returns>
    public static int Run(string[] args, IReadOnlyList<Pipeline> pipelines, IReadOnlyList<NamedModel>? models = null) =>
        Run(args, pipelines, Console.Out, Console.Error, models);

    /// <param name="output">Gets one line per data set, and errors in the form that build tools read.</param>
    /// <param name="complaints">Gets what is wrong with the arguments.</param>
    internal static int Run(string[] args, IReadOnlyList<Pipeline> pipelines, TextWriter output, TextWriter complaints, IReadOnlyList<NamedModel>? models = null)
    {
        using IDisposable? survived = FileSizeLimit.Survive();
        try
        {
            ProgramOptions options = ProgramOptions.Parse(args);
            bool trains = options.Command == ProgramOptions.Train;
            Pipeline[] chosen = trains ? [] : Choose(pipelines, options.Names, pipeline => pipeline.Name, "data set");
            NamedModel[] chosenModels = trains ? Choose(models ?? [], options.Names, model => model.Name, "model") : [];
            using StopSignals stop = new(() => output.WriteLine(Cancellation));
            using ParentWatch? watch = options.Parent is { } parent ? new(parent, stop.Stop) : null;
            using Device device = Device.Open(options.Device);
            Workspace workspace = WorkspaceOf(options, device, stop.Token);
            return (trains ? LearnAsync(options, chosenModels, workspace, output) : BuildAsync(options, chosen, pipelines, workspace, output)).GetAwaiter().GetResult();
        }
        catch (FormatException misuse)
        {
            complaints.WriteLine($"{misuse.Message} {ProgramOptions.Usage}");
            return Misused;
        }
        catch (SpikeDataException error)
        {
            output.WriteLine($"{error.File ?? "spikedata"}: error {error.Id}: {error.Message}");
            return Failed;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            output.WriteLine(Defect.Explain(error));
            return Failed;
        }
        catch (OperationCanceledException)
        {
            output.WriteLine(Cancellation);
            return StopSignals.Cancelled;
        }
    }

    static T[] Choose<T>(IReadOnlyList<T> all, IReadOnlyList<string> names, Func<T, string> nameOf, string kind)
    {
        foreach (string name in names)
        {
            if (all.All(one => nameOf(one) != name)) throw new FormatException($"There is no {kind} '{name}'; there are {string.Join(", ", all.Select(nameOf))}.");
        }

        return [.. all.Where(one => names.Count == 0 || names.Contains(nameOf(one)))];
    }

    static async Task<int> LearnAsync(ProgramOptions options, NamedModel[] models, Workspace workspace, TextWriter output)
    {
        Pipeline[] data = [.. models.SelectMany(model => model.Model.Datasets).Select(dataset => dataset.Pipeline).Distinct()];
        Pipeline[] needed = options.LeavesData ? [] : data;
        List<DatasetResult> built = await BuildAsync(new(workspace), needed, options, output, null).ConfigureAwait(false);
        if (built.Any(result => result.State == DatasetState.Failed)) return Failed;
        foreach (NamedModel model in models)
        {
            TrainingLines lines = new(output, options.Progress ? model.Name : null);
            model.Model.Train(new(model.Name, workspace) { Say = lines.Say, Progress = lines });
            lines.Finish(model.Model.Status(new(model.Name, workspace)));
        }

        return Succeeded;
    }

    static async Task<int> BuildAsync(
        ProgramOptions options, IReadOnlyList<Pipeline> pipelines, IReadOnlyList<Pipeline> all, Workspace workspace, TextWriter output)
    {
        var builder = new DatasetBuilder(workspace)
        {
            Locked = options.Lock == "check" ? DatasetsLock.Read(DatasetsLock.PathFor(options.Recipes)) : null,
        };
        BuildNews? news = options.Progress ? new(output, TimeProvider.System) : null;
        List<DatasetResult> results = await BuildAsync(builder, pipelines, options, output, news).ConfigureAwait(false);
        if (options.Results is not null) ResultsFile.Write(options.Results, results);
        if (results.Any(result => result.State == DatasetState.Failed)) return Failed;
        if (options.Lock == "write") builder.UpdateLock(DatasetsLock.PathFor(options.Recipes), results, all);
        return Succeeded;
    }

    static async Task<List<DatasetResult>> BuildAsync(
        DatasetBuilder builder, IReadOnlyList<Pipeline> pipelines, ProgramOptions options, TextWriter output, BuildNews? news)
    {
        var results = new List<DatasetResult>();
        foreach (Pipeline pipeline in pipelines)
        {
            DatasetResult result = await builder.BuildAsync(pipeline, news).ConfigureAwait(false);
            results.Add(result);
            foreach (BuildFailure failure in result.Failures) await output.WriteLineAsync(failure.Full).ConfigureAwait(false);
            await output.WriteLineAsync(result.Summary(options.RelativeTo)).ConfigureAwait(false);
            news?.Finish(result);
        }

        return results;
    }

    static Workspace WorkspaceOf(ProgramOptions options, Device device, CancellationToken cancellation)
    {
        string recipes = Path.GetDirectoryName(Path.GetFullPath(options.Recipes))!;
        var standard = new Workspace(recipes, device);
        return new(recipes, device)
        {
            OutputDirectory = Path.GetFullPath(options.Output ?? standard.OutputDirectory),
            StoreDirectory = Path.GetFullPath(options.Store ?? standard.StoreDirectory),
            Jobs = options.Jobs,
            Cancellation = cancellation,
        };
    }
}
