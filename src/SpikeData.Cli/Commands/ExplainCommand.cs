using System.CommandLine;
using System.Reflection;
using System.Text.RegularExpressions;
using SpikeData.Compute;

namespace SpikeData.Cli;

/// <summary><c>spikedata explain SPIKE415</c>: prints what the errors page says of an id.</summary>
static partial class ExplainCommand
{
    /// <summary>docs/errors.md, which travels inside the command.</summary>
    const string Page = "errors.md";

    internal static Command Create()
    {
        Argument<string> id = new("id") { Description = "The id of an error, such as SPIKE415; its number alone will do.", HelpName = "ID" };
        id.CompletionSources.Add(_ => Ids());
        JsonOption json = new();
        Command command = new("explain", "Says more about an error: what it means, why it happens, the way out.") { id, json };
        command.SetAction(line =>
        {
            string asked = line.GetRequiredValue(id).Trim().TrimEnd(':');
            string full = asked.All(char.IsAsciiDigit) ? "SPIKE" + asked : asked.ToUpperInvariant();
            string section = Section(full) ?? throw new SpikeDataException(
                "SPIKE127", $"No error is called '{asked}'. Ids look like SPIKE415 and stand in the error's message, before its last colon.");
            if (!json.Print(line, () => Report(section))) line.InvocationConfiguration.Output.WriteLine(section);
            return ExitCode.Success;
        });
        return command;
    }

    /// <summary>The section of an id with its heading; null when the page has none.</summary>
    internal static string? Section(string id) => Sections().FirstOrDefault(section => section.StartsWith(id + ":", StringComparison.Ordinal))?.Trim();

    static IEnumerable<string> Ids() => Sections().Select(section => section.Split(':')[0]).Where(id => id.StartsWith("SPIKE", StringComparison.Ordinal));

    static string[] Sections()
    {
        using Stream page = Assembly.GetExecutingAssembly().GetManifestResourceStream(Page)!;
        using StreamReader reader = new(page);
        return Headings().Split(reader.ReadToEnd());
    }

    static object Report(string section)
    {
        string[] parts = section.Split('\n', 2);
        string[] heading = parts[0].Split(": ", 2);
        return new { id = heading[0], title = heading[^1].Trim(), text = parts[^1].Trim() };
    }

    [GeneratedRegex("^## ", RegexOptions.Multiline)]
    private static partial Regex Headings();
}
