using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Imaging;

namespace SpikeData.Cli;

/// <summary><c>spikedata init FOOTAGE</c>: writes a first recipe for a video or a folder.</summary>
static class InitCommand
{
    internal static Command Create()
    {
        Argument<string> footage = new("footage") { Description = "A video, or a folder of videos, of pictures, or of folders of pictures, also within train and test." };
        Option<string> recipes = new("--recipes", "-r") { Description = "The recipe file to write.", HelpName = "FILE", DefaultValueFactory = _ => "datasets.yaml" };
        Command command = new("init", "Writes a first recipe file for a video or a folder of footage; 'spikedata build' then makes blurry images and spikes of it.") { footage, recipes };
        command.SetAction(line =>
        {
            string file = line.GetRequiredValue(recipes);
            if (File.Exists(file)) throw new SpikeDataException("SPIKE126", "There is a recipe file already, which is left as it is. Write another one with --recipes, or add the recipe by hand.") { File = file };
            (string text, string? remark) = FirstRecipe.Write(line.GetRequiredValue(footage), Path.GetDirectoryName(Path.GetFullPath(file))!);
            DraftFile.Write(file, text);
            if (remark is not null) line.InvocationConfiguration.Output.WriteLine($"{line.GetRequiredValue(footage)}: {remark}");
            line.InvocationConfiguration.Output.WriteLine($"{file} is written. Look at it, then: spikedata build");
            return ExitCode.Success;
        });
        return command;
    }
}
