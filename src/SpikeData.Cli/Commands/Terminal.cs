using Spectre.Console;

namespace SpikeData.Cli;

/// <summary>Whether somebody watches: bars are for terminals, lines for files and other programs.</summary>
static class Terminal
{
    internal static bool Shows(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected;

    /// <summary>A path that can be clicked where somebody watches on a terminal that can do that.</summary>
    internal static string Link(TextWriter output, string path) => Shows(output) && AnsiConsole.Profile.Capabilities.Links
        ? $"\e]8;;{new Uri(path).AbsoluteUri}\e\\{Shown.Place(path)}\e]8;;\e\\"
        : Shown.Place(path);

    /// <summary>Prints a line beside bars; a path in it can be clicked.</summary>
    internal static void WriteLine(string line, string path)
    {
        string place = Markup.Escape(Shown.Place(path)), text = Markup.Escape(line);
        AnsiConsole.MarkupLine(text.Replace(place, $"[link={new Uri(path).AbsoluteUri}]{place}[/]", StringComparison.Ordinal));
    }

    /// <summary>Bars that say what is done, how far it is and how long it will take, and that are gone afterwards.</summary>
    internal static Progress Bars() => AnsiConsole.Progress().AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
}
