using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata clean NAME...</c>: removes what builds wrote of data sets.</summary>
static class CleanCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "The data sets, also such as no recipe names any more.", Arity = ArgumentArity.OneOrMore };
        names.CompleteDatasets(options.Recipes);
        Option<bool> pretend = new("--dry-run") { Description = "Only say what would be removed." };
        JsonOption json = new();
        Command command = new(
            "clean",
            "Removes the files that builds wrote of a data set. Files of others stay, and so do its clips in the store: the next build puts them in place again.")
        {
            names, pretend, json,
        };
        options.AddTo(command);
        command.SetAction((line, cancellation) => Task.Run(
            () =>
            {
                if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
                using Device device = Device.Open("cpu");
                OutputCare care = new(options.Workspace(line, file, device, cancellation));
                bool isPretended = line.GetValue(pretend);
                // All are looked at before the first is removed, so that a mistyped name costs nothing.
                RemovedDataset[] removed = [.. line.GetValue(names)!.Distinct().Select(name => care.Remove(name, pretend: true))];
                if (!isPretended) removed = [.. line.GetValue(names)!.Distinct().Select(name => care.Remove(name))];
                if (!json.Print(line, () => new { dryRun = isPretended, datasets = removed.Select(Report) }))
                    foreach (RemovedDataset one in removed) Write(line.InvocationConfiguration.Output, one, isPretended);
                return ExitCode.Success;
            },
            CancellationToken.None));
        return command;
    }

    static object Report(RemovedDataset one) => new { folder = one.Directory, removed = one.Removed, kept = one.Kept };

    static void Write(TextWriter output, RemovedDataset one, bool isPretended)
    {
        string place = Shown.Place(one.Directory), files = Counted.Of(one.Removed.Count, "file");
        output.WriteLine($"{place}: {(isPretended ? $"would remove {files}" : $"{files} removed")}");
        Write(output, one.Removed);
        if (one.Kept.Count == 0) return;
        string kept = Counted.Of(one.Kept.Count, "file of others, or changed since, stays", "files of others, or changed since, stay");
        output.WriteLine($"{place}: {kept}; no data set is built there before they are gone");
        Write(output, one.Kept);
    }

    /// <summary>Names files, and folders with many of them once.</summary>
    static void Write(TextWriter output, IReadOnlyList<string> files)
    {
        foreach (IGrouping<string, string> folder in files.GroupBy(file => Path.GetDirectoryName(file)!.Replace('\\', '/')))
        {
            if (folder.Key.Length > 0 && folder.Count() > 1) output.WriteLine($"  {folder.Key}/: {folder.Count()} files");
            else foreach (string file in folder) output.WriteLine($"  {file}");
        }
    }
}
