using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata list</c>: names the data sets and models of a recipe file and says what there is of each.</summary>
static class ListCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        JsonOption json = new();
        Command command = new("list", "Names the data sets and models of a recipe file, and says what there is of each: up to date, or why not.") { json };
        command.Aliases.Add("status");
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(
            () =>
            {
                if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
                // Nothing is computed, so no other device is worth its start.
                using Device device = Device.Open("cpu");
                Workspace workspace = options.Workspace(line, file, device, cancellation);
                DatasetBuilder builder = new(workspace);
                DatasetStatus[] datasets = [.. file.Pipelines.Select(builder.Status)];
                ModelStatus[] models = [.. file.Models.Select(model => model.Model.Status(new(model.Name, workspace)))];
                if (!json.Print(line, () => new { datasets = datasets.Zip(file.Pipelines, StatusReport.Of), models = models.Select(StatusReport.Of) }))
                    Write(line.InvocationConfiguration.Output, file, datasets, models);
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    static void Write(TextWriter output, RecipeFile file, DatasetStatus[] datasets, ModelStatus[] models)
    {
        int width = datasets.Select(status => status.Name).Concat(models.Select(status => status.Name)).Select(name => name.Length).DefaultIfEmpty().Max();
        foreach ((DatasetStatus status, Pipeline pipeline) in datasets.Zip(file.Pipelines))
            output.WriteLine($"{status.Name.PadRight(width)}  {StatusWords.Of(status, place => Terminal.Link(output, place))}  {pipeline.Description}".TrimEnd());
        if (models.Length > 0) output.WriteLine("models:");
        foreach (ModelStatus status in models)
            output.WriteLine($"{status.Name.PadRight(width)}  {StatusWords.Of(status, place => Terminal.Link(output, place))}");
    }
}
