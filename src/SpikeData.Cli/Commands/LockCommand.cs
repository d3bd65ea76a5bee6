using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata lock</c>: builds data sets and notes what they are in the lock beside the recipe file.</summary>
static class LockCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "The data sets to lock; all of the file unless given.", Arity = ArgumentArity.ZeroOrMore };
        names.CompleteDatasets(options.Recipes);
        Command command = new("lock", "Builds data sets and notes their bytes, sources and parameters in datasets.lock, to be committed.") { names };
        options.AddTo(command);
        command.SetAction(async (line, cancellation) =>
        {
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            IReadOnlyList<Pipeline> pipelines = file.Choose(line.GetValue(names)!);
            using Device device = options.Device.Open(line);
            DatasetBuilder builder = new(options.Workspace(line, file, device, cancellation));
            List<DatasetResult> results = [];
            await BuildDisplay.ShowAsync(line.InvocationConfiguration.Output, async progress =>
            {
                foreach (Pipeline pipeline in pipelines) results.Add(await BuildCommand.BuildAsync(builder, pipeline, progress, line, cancellation));
            });
            if (results.Any(result => result.State == DatasetState.Failed)) return ExitCode.Failure;
            string path = DatasetsLock.PathFor(file.Path);
            DatasetsLock written = builder.UpdateLock(path, results, file.Pipelines);
            line.InvocationConfiguration.Output.WriteLine($"{path} names {string.Join(", ", written.Datasets.Keys)}; commit it.");
            return ExitCode.Success;
        });
        return command;
    }
}
