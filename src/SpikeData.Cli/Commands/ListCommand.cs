using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata list</c>: names the data sets of a recipe file and says what there is of each.</summary>
static class ListCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Command command = new("list", "Names the data sets of a recipe file, and says what there is of each.");
        options.AddTo(command);
        command.SetAction(line =>
        {
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            int width = file.Pipelines.Select(pipeline => pipeline.Name.Length).DefaultIfEmpty().Max();
            foreach (Pipeline pipeline in file.Pipelines)
                line.InvocationConfiguration.Output.WriteLine($"{pipeline.Name.PadRight(width)}  {State(options.DirectoryOf(line, file, pipeline.Name))}  {pipeline.Description}".TrimEnd());
            return ExitCode.Success;
        });
        return command;
    }

    static string State(string directory)
    {
        string relative = Path.GetRelativePath(Environment.CurrentDirectory, directory);
        return Manifest.Read(directory) is { } manifest
            ? $"{Counted.Of(manifest.Samples, "sample")} in {(relative.StartsWith("..", StringComparison.Ordinal) ? directory : relative)}"
            : "not built yet";
    }
}
