using Spectre.Console;

namespace SpikeData.Cli;

/// <summary>Whether somebody watches: bars are for terminals, lines for files and other programs.</summary>
static class Terminal
{
    internal static bool Shows(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected;

    /// <summary>Bars that say what is done, how far it is and how long it will take, and that are gone afterwards.</summary>
    internal static Progress Bars() => AnsiConsole.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
}
