using System.CommandLine;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary>Where a command that measures leaves what it found: a file for recipes, a page for people, JSON for programs.</summary>
sealed class ResultOptions
{
    readonly Option<string> output, report = new("--report") { Description = "The page to write for judging the result.", HelpName = "FILE.html" };
    readonly Option<bool> json = new("--json") { Description = "Prints everything that was found as JSON instead of a summary." };

    /// <param name="file">What the file for recipes is.</param>
    internal ResultOptions(string file) => output = new("--output", "-o") { Description = file, HelpName = "FILE.yaml" };

    /// <summary>Whether what is in the way of the results, or speaks against them, is overruled.</summary>
    internal ForceOption Force { get; } = new();

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { output, report, json, Force }) command.Add(option);
    }

    /// <summary>Fails before the work begins where its results could not be written after it.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="beside">What is written beside the file for recipes.</param>
    internal void Require(ParseResult line, Func<string, IEnumerable<string>>? beside = null)
    {
        IEnumerable<string> more = line.GetValue(output) is { } file ? beside?.Invoke(file) ?? [] : [];
        foreach (string path in new[] { line.GetValue(output), line.GetValue(report) }.OfType<string>().Concat(more))
            Force.RequireFile(line, path);
    }

    /// <summary>Writes what was asked for.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="file">Writes the file for recipes.</param>
    /// <param name="page">The page, as HTML.</param>
    /// <param name="everything">The JSON.</param>
    /// <param name="summary">A few lines for people.</param>
    internal void Write(ParseResult line, Action<string> file, Func<string> page, Func<string> everything, Func<string> summary)
    {
        if (line.GetValue(output) is { } target) file(target);
        if (line.GetValue(report) is { } path) DraftFile.Write(path, page());
        line.InvocationConfiguration.Output.WriteLine((line.GetValue(json) ? everything() : summary()).TrimEnd('\n'));
    }
}
