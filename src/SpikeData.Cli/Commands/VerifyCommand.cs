using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata verify</c>: reads everything that was built and names what no longer has its bytes.</summary>
static class VerifyCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string[]> names = new("name") { Description = "The data sets to read, and what the store holds of them; all of them and the whole store unless given.", Arity = ArgumentArity.ZeroOrMore };
        Option<bool> repair = new("--repair") { Description = "Remove what is damaged, so that the next build makes it anew." };
        Command command = new("verify", "Reads data sets and the store, and names files that are gone or hold other bytes than were written.") { names, repair };
        options.AddTo(command);
        command.SetAction((line, cancellation) =>
        {
            if (options.Recipes.Read(line) is not { } file) return Task.FromResult(ExitCode.Failure);
            options.RequireFolders(line, "nothing is verified");
            string[] chosen = [.. file.Choose(line.GetValue(names)!).Select(pipeline => pipeline.Name)];
            using Device device = options.Device.Open(line);
            TextWriter output = line.InvocationConfiguration.Output;
            (StoreCare care, IReadOnlyList<DamagedFile> damaged) = WorkBar.Show(output, "reading files", null, bar =>
            {
                Progress<BuildProgress> read = new(progress => bar.Reach(progress.Done, progress.Total ?? progress.Done));
                StoreCare care = new(options.Workspace(line, file, device, read, cancellation));
                return (care, care.Verify(line.GetValue(names)!.Length > 0 ? chosen : []));
            }, cancellation);
            foreach (SpikeDataException error in damaged.Select(each => each.Error)) line.InvocationConfiguration.Error.WriteLine($"{error.File}: error {error.Id}: {error.Message}");
            if (line.GetValue(repair)) care.Remove(damaged);
            output.WriteLine((damaged.Count, line.GetValue(repair)) switch
            {
                (0, _) => "Every file has the bytes it was written with.",
                (var count, true) => $"Removed damaged files: {count}. Build again.",
                (var count, false) => $"Damaged files: {count}.",
            });
            return Task.FromResult(damaged.Count == 0 || line.GetValue(repair) ? ExitCode.Success : ExitCode.Failure);
        });
        return command;
    }
}
