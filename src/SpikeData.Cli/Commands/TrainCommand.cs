using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata train [NAME]</c>: trains a model of the recipe file, once its data are built.</summary>
static class TrainCommand
{
    internal static Command Create(StageCatalog catalog)
    {
        WorkspaceOptions options = new();
        Argument<string?> name = new("name") { Description = "The model; may be left out where there is one.", Arity = ArgumentArity.ZeroOrOne };
        name.CompleteModels(options.Recipes);
        Option<bool> asBuilt = new("--no-build")
        {
            Description = "Learns from the data sets as they lie there, also where their recipes or sources have changed or are gone.",
        };
        AssemblyOption assembly = new();
        Command command = new(
            "train",
            "Builds the data of a model and trains its networks, as far as they are out of date. Ctrl-C stops it; the same command goes on from there. "
            + $"Kinds of models: {catalog.NamesOf<IModel>()}. "
            + $"Networks of s-sdm: {catalog.NamesOf<ITraining>()}. Losses: {catalog.NamesOf<ILoss>()}.") { name, asBuilt, assembly };
        options.AddTo(command);
        command.SetAction(async (line, cancellation) =>
        {
            if (options.Recipes.Read(line, assembly.Read(line)) is not { } file) return ExitCode.Failure;
            NamedModel model = line.GetValue(name) is { } chosen ? file.Model(chosen) : file.OnlyModel();
            using Device device = options.Device.Open(line);
            Workspace workspace = options.Workspace(line, file, device, cancellation);
            Pipeline[] datasets = line.GetValue(asBuilt) ? [] : [.. model.Model.Datasets.Select(dataset => dataset.Pipeline)];
            if (!await BuildCommand.BuildAllAsync(new(workspace), datasets, line, cancellation)) return ExitCode.Failure;
            await TrainingDisplay.ShowAsync(line.InvocationConfiguration.Output, display =>
                Task.Run(() => model.Model.Train(new(model.Name, workspace) { Say = display.Say, Progress = display }), CancellationToken.None));
            return ExitCode.Success;
        });
        return command;
    }
}
