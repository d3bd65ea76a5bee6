using System.CommandLine;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary><c>spikedata check</c>: says what is wrong with a recipe file, and builds nothing.</summary>
static class CheckCommand
{
    internal static Command Create()
    {
        RecipesOption recipes = new();
        Command command = new("check", "Says what is wrong with a recipe file, and builds nothing.") { recipes };
        command.SetAction(line =>
        {
            if (recipes.Read(line) is not { } file) return ExitCode.Failure;
            line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(recipes)}: {Counted.Of(file.Pipelines.Count, "recipe")}, nothing wrong.");
            return ExitCode.Success;
        });
        return command;
    }
}
