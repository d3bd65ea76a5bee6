using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli;

/// <summary><c>spikedata train NAME</c>: trains a model of the recipe file.</summary>
static class TrainCommand
{
    internal static Command Create(StageCatalog catalog)
    {
        WorkspaceOptions options = new();
        Argument<string> name = new("name") { Description = "The model." };
        AssemblyOption assembly = new();
        Command command = new(
            "train",
            "Trains the networks of a model that are out of date. Ctrl-C stops it; the same command goes on from there. "
            + $"Kinds of models: {catalog.NamesOf<IModel>()}. "
            + $"Networks of s-sdm: {catalog.NamesOf<ITraining>()}. Losses: {catalog.NamesOf<ILoss>()}.") { name, assembly };
        options.AddTo(command);
        command.SetAction(async (line, cancellation) =>
        {
            if (options.Recipes.Read(line, assembly.Read(line)) is not { } file) return ExitCode.Failure;
            NamedModel model = file.Model(line.GetRequiredValue(name));
            using Device device = options.Device.Open(line);
            Workspace workspace = options.Workspace(line, file, device, cancellation);
            await TrainingDisplay.ShowAsync(line.InvocationConfiguration.Output, display =>
                Task.Run(() => model.Model.Train(new(model.Name, workspace) { Say = display.Say, Progress = display }), CancellationToken.None));
            return ExitCode.Success;
        });
        return command;
    }
}
