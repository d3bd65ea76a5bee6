using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>The options of commands that look at data sets: which recipes, where the data lie, what to run on.</summary>
sealed class WorkspaceOptions
{
    readonly Option<string> output = new("--output", "-o") { Description = "Where data sets appear; artifacts/datasets beside the recipe file unless given.", HelpName = "DIR" };
    readonly Option<string> store = new("--store") { Description = "Where finished clips are kept; artifacts/store beside the recipe file unless given.", HelpName = "DIR" };
    readonly Option<int> jobs = new("--jobs", "-j") { Description = "How many clips are worked on at once.", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };

    internal WorkspaceOptions() => jobs.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() < 1) result.AddError("--jobs takes a whole number of at least 1.");
    });

    internal RecipesOption Recipes { get; } = new();

    internal DeviceOption Device { get; } = new();

    internal void AddTo(Command command)
    {
        foreach (Option option in new Option[] { Recipes, output, store, jobs, Device }) command.Add(option);
    }

    /// <summary>The folder of a data set, whether or not it exists.</summary>
    internal string DirectoryOf(ParseResult line, RecipeFile file, string name) =>
        Path.Combine(line.GetValue(output) is { } chosen ? Path.GetFullPath(chosen) : Path.Combine(file.Directory, "artifacts", "datasets"), name);

    /// <summary>Refuses folders that the line names and that do not exist: one that is mistyped holds nothing worth keeping, and nothing that is damaged.</summary>
    /// <param name="line">The command line.</param>
    /// <param name="outcome">What does not happen: "nothing is removed".</param>
    internal void RequireFolders(ParseResult line, string outcome)
    {
        foreach (Option<string> option in new[] { output, store })
            if (line.GetValue(option) is { } folder && !Directory.Exists(folder))
                throw new SpikeDataException("SPIKE496", $"There is no such folder, so {outcome}. Correct {option.Name}, or leave it out for the folder beside the recipe file.") { File = folder };
    }

    internal Workspace Workspace(ParseResult line, RecipeFile file, Device device, CancellationToken cancellation = default) =>
        Workspace(line, file, device, progress: null, cancellation);

    internal Workspace Workspace(ParseResult line, RecipeFile file, Device device, IProgress<BuildProgress>? progress, CancellationToken cancellation)
    {
        Workspace usual = new(file.Directory, device);
        return new(file.Directory, device)
        {
            OutputDirectory = Path.GetFullPath(line.GetValue(output) ?? usual.OutputDirectory),
            StoreDirectory = Path.GetFullPath(line.GetValue(store) ?? usual.StoreDirectory),
            Jobs = line.GetValue(jobs),
            Cancellation = cancellation,
            Progress = progress,
        };
    }
}
