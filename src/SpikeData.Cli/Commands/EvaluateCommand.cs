using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata evaluate NAME</c>: measures a trained model on exposures it has not seen.</summary>
static class EvaluateCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string> name = new("name") { Description = "The model." };
        Option<string> form = new("--format") { Description = "How to print the report.", DefaultValueFactory = _ => "text" };
        form.AcceptOnlyFromAmong("text", "markdown", "json");
        Command command = new("evaluate", "Measures a trained model on the held-out exposures of its data set, in the rows of the paper's tables.") { name, form };
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(
            () =>
            {
                if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
                NamedModel model = file.Model(line.GetRequiredValue(name));
                using Device device = options.Device.Open(line);
                ModelWork work = new(model.Name, options.Workspace(line, file, device, cancellation));
                EvaluationReport report = new Evaluator(Ssdm(model), work).Run();
                File.WriteAllText(Path.Combine(work.Directory, "report.json"), report.ToJson());
                File.WriteAllText(Path.Combine(work.Directory, "report.md"), report.ToMarkdown());
                line.InvocationConfiguration.Output.Write(Text(report, line.GetValue(form)!));
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    static SsdmModel Ssdm(NamedModel model) => model.Model as SsdmModel ?? throw new SpikeDataException(
        "SPIKE520", $"'{model.Name}' has no report; models of the kind s-sdm have one. What was measured while it learned stands in metrics.jsonl in its folder.");

    static string Text(EvaluationReport report, string form) => form switch
    {
        "json" => report.ToJson(),
        "markdown" => report.ToMarkdown(),
        _ => report.ToText(),
    };
}
