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
        foreach (StageSchema stage in StageCatalog.Shipped.Schemas.Stages.Where(stage => StageRun.Takes(StageCatalog.Shipped.TypeOf(stage.TypeName))))
            command.Add(Create(stage, StageCatalog.Shipped));
        return command;
    }

    static Command Create(StageSchema stage, StageCatalog catalog)
    {
        InputOption input = new();
        OutputOption output = new();
        DeviceOption device = new();
        StageOptions keys = new(stage, catalog);
        Command command = new(stage.Name, stage.Summary) { input, output, device };
        keys.AddTo(command);
        command.SetAction(line =>
        {
            if (keys.Bind(line) is not { } bound) return ExitCode.Misuse;
            output.Require(line);
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, StageRun.Apply(bound, arrays, used));
            return ExitCode.Success;
        });
        return command;
    }
}
