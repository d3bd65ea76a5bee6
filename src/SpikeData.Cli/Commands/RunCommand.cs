using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Recipes;

namespace SpikeData.Cli;

/// <summary><c>spikedata run STAGE</c>: one stage alone, from an .npz file to an .npz file.</summary>
static class RunCommand
{
    internal static Command Create()
    {
        Command command = new("run", "Runs one stage alone on arrays, from an .npz file to an .npz file, to be compared with other implementations.");
        StageCatalog catalog = StageCatalog.Shipped;
        foreach (StageSchema stage in catalog.Schemas.Stages)
            command.Add(StageRun.Takes(catalog.TypeOf(stage.TypeName)) ? Create(stage, catalog) : CreateDescription(stage, catalog));
        return command;
    }

    /// <summary>A stage that cannot work on arrays is there to show its keys.</summary>
    static Command CreateDescription(StageSchema stage, StageCatalog catalog)
    {
        Command command = new(stage.Name, $"{stage.Summary} Works in recipes alone.");
        new StageOptions(stage, catalog).AddTo(command);
        string why = stage.IsSource ? "begins a recipe and reads files" : "needs the recordings or the folders of a recipe";
        command.SetAction(int (_) => throw new SpikeDataException(
            "SPIKE141", $"'{stage.Name}' {why}, so it does not run on arrays. Write it in a recipe; 'spikedata stages {stage.Name}' shows its keys."));
        return command;
    }

    static Command Create(StageSchema stage, StageCatalog catalog)
    {
        InputOption input = new();
        OutputOption output = new();
        DeviceOption device = new();
        StageOptions keys = new(stage, catalog);
        Command command = new(stage.Name, stage.Summary) { input, output, output.Force, device };
        keys.AddTo(command);
        command.SetAction(line =>
        {
            if (keys.Bind(line) is not { } bound) return ExitCode.Misuse;
            output.Require(line, line.GetValue(input));
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, StageRun.Apply(bound, arrays, used));
            return ExitCode.Success;
        });
        return command;
    }
}
