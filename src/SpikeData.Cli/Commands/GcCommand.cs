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
        Command command = new("gc", "Removes clips from the store that no data set needs: none that is built or that a recipe asks for, here or in other folders that use the store.") { pretend, age };
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(() => Run(line, options, line.GetValue(age), line.GetValue(pretend), cancellation), CancellationToken.None));
        return command;
    }

    static int Run(ParseResult line, WorkspaceOptions options, TimeSpan age, bool pretend, CancellationToken cancellation)
    {
        if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
        options.RequireFolders(line, "nothing is removed");
        using Device device = options.Device.Open(line);
        StoreCleaning cleaning = new StoreCare(options.Workspace(line, file, device, cancellation)).RemoveUnused(file.Pipelines, age, pretend);
        TextWriter output = line.InvocationConfiguration.Output;
        string outputs = cleaning.Outputs.Count == 0 ? "of none that is built" : $"below {string.Join(", ", cleaning.Outputs)}";
        foreach (UnusedClip clip in cleaning.Removed)
            output.WriteLine($"{clip.Key.Text[..12]} {clip.Name}, {Size(clip.Bytes)}, recorded {Words(clip.Age)} ago: no recipe asks for it and no data set {outputs}");
        foreach (string note in cleaning.Notes) output.WriteLine(note);
        string kept = cleaning.Young == 0 ? "" : $" {Counted.Of(cleaning.Young, "unused clip is", "unused clips are")} younger than {Words(age)} and kept.";
        output.WriteLine($"{(pretend ? "Would remove" : "Removed")} {Counted.Of(cleaning.Removed.Count, "clip")}, {Size(cleaning.Bytes)}.{kept}");
        return ExitCode.Success;
    }

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
