using System.CommandLine;
using System.Text.Json.Nodes;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata evaluate [NAME...]</c>: measures trained models on exposures they have not seen.</summary>
static class EvaluateCommand
{
    internal static Command Create(StageCatalog catalog)
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("names") { Description = "The models; all that deblur unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.CompleteModels(options.Recipes);
        Option<string> form = new("--format") { Description = "How to print the report.", DefaultValueFactory = _ => "text" };
        form.AcceptOnlyFromAmong("text", "markdown", "json");
        JsonOption json = new();
        AssemblyOption assembly = new();
        Command command = new(
            "evaluate",
            "Measures trained models on the held-out exposures of their data sets, in the rows of the paper's tables. "
            + $"Methods: {catalog.NamesOf<IMethod>()}. Metrics: {catalog.NamesOf<IMetric>()}.") { names, form, json, assembly };
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(
            () =>
            {
                if (options.Recipes.Read(line, assembly.Read(line)) is not { } file) return ExitCode.Failure;
                string[] chosen = line.GetValue(names)!;
                NamedModel[] models = chosen.Length == 0 ? [.. file.Models.Where(model => model.Model is SsdmModel)] : [.. chosen.Select(file.Model)];
                using Device device = options.Device.Open(line);
                EvaluationReport[] reports = [];
                TextWriter output = line.InvocationConfiguration.Output;
                EvaluationDisplay.Show(output, display =>
                    reports = [.. models.Select(model =>
                        Measure(model, options.Workspace(line, file, device, cancellation), assembly.Read(line), display))]);
                if (!json.Print(line, () => new { reports = reports.Select(report => JsonNode.Parse(report.ToJson())) }))
                    output.Write(Text(reports, line.GetValue(form)!));
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    static SsdmModel Ssdm(NamedModel model) => model.Model as SsdmModel ?? throw new SpikeDataException(
        "SPIKE520", $"'{model.Name}' has no report; models of the kind s-sdm have one. What was measured while it learned stands in metrics.jsonl in its folder.");

    static EvaluationReport Measure(NamedModel model, Workspace workspace, StageCatalog catalog, EvaluationDisplay? display)
    {
        ModelWork work = new(model.Name, workspace);
        OutputPlace.RequireInside(work.Directory);
        Evaluator evaluator = new(Ssdm(model), work, display) { Methods = catalog.Usual<IMethod>(), Metrics = catalog.Own<IMetric>() };
        EvaluationReport report = evaluator.Run();
        DraftFile.Write(Path.Combine(work.Directory, "report.json"), report.ToJson());
        DraftFile.Write(Path.Combine(work.Directory, "report.md"), report.ToMarkdown());
        return report;
    }

    static string Text(IReadOnlyList<EvaluationReport> reports, string form) => form switch
    {
        "json" when reports.Count != 1 => $"[\n{string.Join(",\n", reports.Select(report => report.ToJson().TrimEnd()))}\n]\n",
        "json" => reports[0].ToJson(),
        "markdown" => string.Join("\n", reports.Select(report => report.ToMarkdown())),
        _ => string.Join("\n", reports.Select(report => report.ToText())),
    };
}
