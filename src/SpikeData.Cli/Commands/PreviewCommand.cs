using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata preview NAME</c>: says where the contact sheet of a data set lies.</summary>
static class PreviewCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string> name = new("name") { Description = "The data set." };
        name.CompleteDatasets(options.Recipes);
        Option<bool> open = new("--open") { Description = "Opens it as well, where there is a desktop." };
        Command command = new("preview", "Says where the contact sheet of a data set lies: blurry and sharp images, spike counts and spikes over time.") { name, open };
        options.AddTo(command);
        command.SetAction(line =>
        {
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            Pipeline pipeline = file.Choose([line.GetRequiredValue(name)])[0];
            string sheet = Path.Combine(options.DirectoryOf(line, file, pipeline.Name), "preview.png");
            if (!File.Exists(sheet)) throw new SpikeDataException("SPIKE123", $"{pipeline.Name} has no contact sheet yet. Build it: spikedata build {pipeline.Name}") { File = sheet };
            if (line.GetValue(open)) new SystemOpener().Open(sheet);
            line.InvocationConfiguration.Output.WriteLine(sheet);
            return ExitCode.Success;
        });
        return command;
    }
}
