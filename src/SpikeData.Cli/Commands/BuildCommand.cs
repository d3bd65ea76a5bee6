using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata build</c>: builds data sets from a recipe file, without a project.</summary>
static class BuildCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "The data sets to build; all of the file unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.CompleteDatasets(options.Recipes);
        Option<bool> locked = new("--locked") { Description = "Fail when a data set is not what the lock beside the recipe file says." };
        Option<string> part = new("--part") { Description = "Only records one of several parts of the clips, such as 3/16, into a store that several machines share.", HelpName = "N/COUNT" };
        part.Validators.Add(result =>
        {
            if (BuildPart.TryParse(result.GetValueOrDefault<string>() ?? "") is null) result.AddError("--part takes two whole numbers such as 3/16: the third of sixteen parts.");
        });
        Option<bool> plan = new("--plan") { Description = "Only says what would be built: clips, frames, samples, exposures, bytes and time. Nothing is written." };
        JsonOption json = new() { Description = "Prints the plan as JSON." };
        Command command = new("build", "Builds the data sets that are out of date, straight from a recipe file.") { names };
        options.AddTo(command);
        command.Add(locked);
        command.Add(part);
        command.Add(plan);
        command.Add(json);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && !result.GetValue(plan)) result.AddError("--json goes with --plan.");
            if (result.GetValue(plan) && (result.GetResult(part) is not null || result.GetValue(locked))) result.AddError("--plan goes with neither --part nor --locked.");
            if (result.GetResult(part) is not null && result.GetValue(locked)) result.AddError("--locked goes with a build of whole data sets, not with --part.");
        });
        command.SetAction(async (line, cancellation) =>
        {
            if (line.GetValue(plan)) return PlanReport.Run(line, options, line.GetValue(names)!, isEstimated: true, json, cancellation);
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            IReadOnlyList<Pipeline> pipelines = file.Choose(line.GetValue(names)!);
            using Device device = options.Device.Open(line);
            DatasetBuilder builder = new(options.Workspace(line, file, device, cancellation))
            {
                Locked = line.GetValue(locked) ? DatasetsLock.Read(DatasetsLock.PathFor(file.Path)) : null,
                Part = line.GetValue(part) is { } chosen ? BuildPart.TryParse(chosen) : null,
            };
            return await BuildAllAsync(builder, pipelines, line, cancellation) ? ExitCode.Success : ExitCode.Failure;
        });
        return command;
    }

    /// <summary>Builds data sets, and says what became of each.</summary>
    /// <returns>Whether none failed.</returns>
    internal static async Task<bool> BuildAllAsync(DatasetBuilder builder, IReadOnlyList<Pipeline> pipelines, ParseResult line, CancellationToken cancellation)
    {
        bool failed = false;
        if (pipelines.Count == 0) return true;
        await BuildDisplay.ShowAsync(line.InvocationConfiguration.Output, async progress =>
        {
            foreach (Pipeline pipeline in pipelines) failed |= (await BuildAsync(builder, pipeline, progress, line, cancellation)).State == DatasetState.Failed;
        });
        return !failed;
    }

    internal static async Task<DatasetResult> BuildAsync(DatasetBuilder builder, Pipeline pipeline, BuildDisplay progress, ParseResult line, CancellationToken cancellation)
    {
        DatasetResult result = await builder.BuildAsync(pipeline, progress, cancellation);
        foreach (BuildFailure failure in result.Failures) await line.InvocationConfiguration.Error.WriteLineAsync(failure.Full);
        progress.Say(result);
        return result;
    }
}
