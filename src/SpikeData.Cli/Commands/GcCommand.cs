using System.CommandLine;
using System.Globalization;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata gc</c>: removes from the store what no data set needs any more.</summary>
static class GcCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Option<bool> pretend = new("--dry-run") { Description = "Only say what would be removed." };
        Command command = new("gc", "Removes clips from the store that belong to no data set that is built now; going back to an older recipe then records them again.") { pretend };
        options.AddTo(command);
        command.SetAction((line, cancellation) =>
        {
            if (options.Recipes.Read(line) is not { } file) return Task.FromResult(ExitCode.Failure);
            using Device device = options.Device.Open(line);
            (int clips, long bytes) = new StoreCare(options.Workspace(line, file, device, cancellation)).RemoveUnused(line.GetValue(pretend));
            string size = (bytes / 1e6).ToString("0.0", CultureInfo.InvariantCulture);
            line.InvocationConfiguration.Output.WriteLine($"{(line.GetValue(pretend) ? "Would remove" : "Removed")} {Counted.Of(clips, "clip")}, {size} MB.");
            return Task.FromResult(ExitCode.Success);
        });
        return command;
    }
}
