namespace SpikeData.Cli;

/// <summary>Whether somebody watches: bars are for terminals, lines for files and other programs.</summary>
static class Terminal
{
    internal static bool Shows(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected;
}
