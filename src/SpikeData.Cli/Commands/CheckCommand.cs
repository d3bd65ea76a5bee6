using System.CommandLine;

namespace SpikeData.Cli;

/// <summary><c>spikedata check</c>: says what is wrong with a recipe file and with what it names, and builds nothing.</summary>
static class CheckCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "Data sets to check, of which it is also said what a build would do; all are checked unless given.", Arity = ArgumentArity.ZeroOrMore };
        JsonOption json = new() { Description = "Prints everything as JSON." };
        Command command = new("check", "Says what is wrong with a recipe file and with the clips that it names, and builds nothing.") { names };
        options.AddTo(command);
        command.Add(json);
        command.SetAction((line, cancellation) =>
        {
            string[] chosen = line.GetValue(names)!;
            int code = PlanReport.Run(line, options, chosen, isEstimated: chosen.Length > 0, json, cancellation);
            if (code == ExitCode.Success && !line.GetValue(json)) line.InvocationConfiguration.Output.WriteLine($"{line.GetValue(options.Recipes)}: nothing wrong.");
            return Task.FromResult(code);
        });
        return command;
    }
}
