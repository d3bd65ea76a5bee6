using System.CommandLine;
using System.Reflection;

namespace SpikeData.Cli;

/// <summary><c>spikedata completions SHELL</c>: prints what makes a shell complete commands, options and names.</summary>
static class CompletionsCommand
{
    internal static Command Create()
    {
        Argument<string> shell = new("shell") { Description = "bash, zsh or pwsh.", HelpName = "SHELL" };
        shell.AcceptOnlyFromAmong("bash", "zsh", "pwsh");
        Command command = new(
            "completions", "Prints what makes a shell complete commands, options, stages and the names of data sets; its first line says where it goes.") { shell };
        command.SetAction(line => line.InvocationConfiguration.Output.Write(Script(line.GetRequiredValue(shell))));
        return command;
    }

    static string Script(string shell)
    {
        using StreamReader reader = new(Assembly.GetExecutingAssembly().GetManifestResourceStream($"completions.{shell}")!);
        return reader.ReadToEnd();
    }
}
