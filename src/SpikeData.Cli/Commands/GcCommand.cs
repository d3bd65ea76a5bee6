using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata gc</c>: removes from the store what nobody needs any more.</summary>
static class GcCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Option<bool> pretend = new("--dry-run") { Description = "Only say what would be removed, and why." };
        Option<TimeSpan> age = new("--older-than")
        {
            Description = "Keep clips that were recorded since: 12h, 7d, or 0 to keep none for their age. A day unless given.",
            HelpName = "AGE",
            CustomParser = result => CommandWords.Parse<TimeSpan>(result, Age) ?? default,
            DefaultValueFactory = _ => TimeSpan.FromDays(1),
        };
        JsonOption json = new();
        Command command = new(
            "gc",
            "Removes clips from the store that no data set needs: none that is built or that a recipe asks for, here or in other folders that use the store. "
            + "Names data sets that no recipe names any more.")
        {
            pretend, age, json,
        };
        options.AddTo(command);
        command.SetAction((line, cancellation) =>
            Task.Run(() => Run(line, options, json, line.GetValue(age), line.GetValue(pretend), cancellation), CancellationToken.None));
        return command;
    }

    static int Run(ParseResult line, WorkspaceOptions options, JsonOption json, TimeSpan age, bool pretend, CancellationToken cancellation)
    {
        if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
        options.RequireFolders(line, "nothing is removed");
        using Device device = Device.Open("cpu");
        Workspace workspace = options.Workspace(line, file, device, cancellation);
        StoreCleaning cleaning = new StoreCare(workspace).RemoveUnused(file.Pipelines, age, pretend);
        IReadOnlyList<string> strays = new OutputCare(workspace).Strays(file.Pipelines);
        if (json.Print(line, () => Report(cleaning, strays, workspace, pretend))) return ExitCode.Success;
        TextWriter output = line.InvocationConfiguration.Output;
        string outputs = cleaning.Outputs.Count == 0 ? "of none that is built" : $"below {string.Join(", ", cleaning.Outputs)}";
        foreach (UnusedClip clip in cleaning.Removed)
            output.WriteLine($"{clip.Key.Text[..12]} {clip.Name}, {Size(clip.Bytes)}, recorded {Words(clip.Age)} ago: no recipe asks for it and no data set {outputs}");
        foreach (string note in cleaning.Notes) output.WriteLine(note);
        foreach (string stray in strays)
        {
            string place = Shown.Place(Path.Combine(workspace.OutputDirectory, stray)), clean = $"spikedata clean {stray}{Elsewhere(line, options)}";
            output.WriteLine($"{place}: no recipe of {Path.GetFileName(file.Path)} names this data set. If no other file does: {clean}");
        }

        string kept = cleaning.Young == 0 ? "" : $" {Counted.Of(cleaning.Young, "unused clip is", "unused clips are")} younger than {Words(age)} and kept.";
        output.WriteLine($"{(pretend ? "Would remove" : "Removed")} {Counted.Of(cleaning.Removed.Count, "clip")}, {Size(cleaning.Bytes)}.{kept}");
        return ExitCode.Success;
    }

    /// <summary>The options without which another command would look elsewhere.</summary>
    static string Elsewhere(ParseResult line, WorkspaceOptions options) =>
        string.Concat(options.Places(line).Select(place => $" {place.Option} {place.Value}"));

    static object Report(StoreCleaning cleaning, IReadOnlyList<string> strays, Workspace workspace, bool pretend) => new
    {
        dryRun = pretend,
        removed = cleaning.Removed.Select(clip =>
            new { key = clip.Key.Text, name = clip.Name, bytes = clip.Bytes, ageInSeconds = Math.Round(clip.Age.TotalSeconds) }),
        bytes = cleaning.Bytes,
        young = cleaning.Young,
        notes = cleaning.Notes,
        strays = strays.Select(name => new { name, folder = Path.Combine(workspace.OutputDirectory, name) }),
    };

    static string Size(long bytes) => $"{(bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture)} MB";

    static string Words(TimeSpan age) => age.TotalDays >= 1 ? Counted.Of((int)age.TotalDays, "day") : age.TotalHours >= 1 ? Counted.Of((int)age.TotalHours, "hour") : Counted.Of((int)age.TotalMinutes, "minute");

    static TimeSpan Age(string word)
    {
        double hours = word.Length == 0 ? 0 : word[^1] switch { 'd' => 24, 'h' => 1, _ => word == "0" ? 1 : 0 };
        return hours > 0 && double.TryParse(word.TrimEnd('d', 'h'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count) && count <= 36500
            ? TimeSpan.FromHours(count * hours)
            : throw new FormatException($"'{word}' is no age; write days or hours, such as 7d or 12h, or 0.");
    }
}
