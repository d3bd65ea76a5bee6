using System.CommandLine;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata list</c>: names the data sets of a recipe file.</summary>
static class ListCommand
{
    internal static Command Create()
    {
        RecipesOption recipes = new();
        Command command = new("list", "Names the data sets of a recipe file, with the stages that make them.") { recipes };
        command.SetAction(line =>
        {
            if (recipes.Read(line) is not { } file) return ExitCode.Failure;
            foreach (Pipeline pipeline in file.Pipelines) line.InvocationConfiguration.Output.WriteLine(pipeline.Name);
            return ExitCode.Success;
        });
        return command;
    }
}
