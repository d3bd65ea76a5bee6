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
        Option<string>[] keys = [.. StageKeys.Of(stage, catalog.Schemas)];
        Command command = new(stage.Name, stage.Summary) { input, output, device };
        foreach (Option<string> key in keys) command.Add(key);
        command.SetAction(line =>
        {
            IEnumerable<KeyValuePair<string, string>> words =
                from key in keys let value = line.GetValue(key) where value is not null select KeyValuePair.Create(key.Name[2..], value);
            (RecipeStage? checkedStage, EquatableArray<Problem> problems) = LoneStage.Read(stage, words, catalog.Schemas);
            foreach (Problem problem in problems) line.InvocationConfiguration.Error.WriteLine($"spikedata: error {problem.Id}: {problem.Message}");
            if (checkedStage is null) return ExitCode.Misuse;
            using Device used = device.Open(line);
            using Npz arrays = Npz.Open(line.GetValue(input)!);
            output.Write(line, StageRun.Apply(new StageBinder(catalog).Bind(checkedStage), arrays, used));
            return ExitCode.Success;
        });
        return command;
    }
}
