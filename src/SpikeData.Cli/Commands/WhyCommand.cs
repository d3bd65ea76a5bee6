using System.CommandLine;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary><c>spikedata why NAME</c>: says what makes a data set out of date.</summary>
static class WhyCommand
{
    internal static Command Create()
    {
        WorkspaceOptions options = new();
        Argument<string> name = new("name") { Description = "The data set." };
        Command command = new("why", "Says which parts of a data set's content key have changed since it was built.") { name };
        options.AddTo(command);
        command.SetAction(line =>
        {
            if (options.Recipes.Read(line) is not { } file) return ExitCode.Failure;
            Pipeline pipeline = file.Choose([line.GetRequiredValue(name)])[0];
            using Device device = options.Device.Open(line);
            DatasetBuilder builder = new(options.Workspace(line, file, device));
            IReadOnlyList<KeyChange> changes = builder.Why(pipeline);
            TextWriter output = line.InvocationConfiguration.Output;
            output.WriteLine(changes.Count == 0 ? $"{pipeline.Name} is up to date." : $"{pipeline.Name} is out of date:");
            foreach (KeyChange change in changes) output.WriteLine("  " + change.Sentence);
            if (changes.Count > 0) foreach (string sentence in ProductWork.InWords(builder.Foresee(pipeline))) output.WriteLine("  " + sentence);
            return ExitCode.Success;
        });
        return command;
    }
}
