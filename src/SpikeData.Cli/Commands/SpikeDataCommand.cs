using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>The command <c>spikedata</c>.</summary>
static class SpikeDataCommand
{
    internal const string Cancelled = "Cancelled. What was finished is kept; the same command goes on from there.";

    /// <summary>Runs one command line.</summary>
    /// <returns>0 when all went well, 1 when something failed, 2 when the command line makes no sense, 130 when it was cancelled.</returns>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error, CancellationToken cancellation = default)
    {
        using IDisposable? survived = FileSizeLimit.Survive();
        InvocationConfiguration configuration = new() { Output = output, Error = error, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        try
        {
            ParseResult line = Create().Parse(args);
            if (args.Length > 0 && line.Action is ParseErrorAction) return await MisusedAsync(line, error);
            // Commands may work on their caller's thread, which has to see signals meanwhile.
            int code = await Task.Run(() => line.InvokeAsync(configuration, cancellation), CancellationToken.None);
            return line.Errors.Count > 0 ? ExitCode.Misuse : code;
        }
        catch (OperationCanceledException)
        {
            await error.WriteLineAsync(Cancelled);
            return ExitCode.Cancelled;
        }
        catch (SpikeDataException problem)
        {
            return await ReportAsync(problem, error);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            string what = OpenFileLimit.Explain(problem) is { } limit ? $"A file cannot be opened: {limit}" : $"{problem.Message} Check the path, its permissions and the space on its disk.";
            return await ReportAsync(new("SPIKE122", what, problem), error);
        }
        catch (Exception problem)
        {
            await error.WriteLineAsync(Defect.Explain(problem));
            return ExitCode.Failure;
        }
    }

    /// <summary>Errors as everywhere, and how to learn more: <c>spikedata explain</c> brings the page.</summary>
    static async Task<int> ReportAsync(SpikeDataException problem, TextWriter error)
    {
        await error.WriteLineAsync($"{problem.File ?? "spikedata"}: error {problem.Id}: {problem.Message}");
        await error.WriteLineAsync($"More about it: spikedata explain {problem.Id}");
        return ExitCode.Failure;
    }

    /// <summary>What is wrong with the command line, how it is used, and where the rest stands; the whole help would push the first of these away.</summary>
    static async Task<int> MisusedAsync(ParseResult line, TextWriter error)
    {
        foreach (string message in line.Errors.Select(one => one.Message).Distinct()) await error.WriteLineAsync(message);
        string[] words = [.. Words(line.CommandResult)];
        await error.WriteLineAsync($"Usage: {string.Join(' ', words)}{Usage(line.CommandResult.Command)}");
        await error.WriteLineAsync($"All options: {string.Join(' ', words)} --help");
        return ExitCode.Misuse;
    }

    static IEnumerable<string> Words(CommandResult command) =>
        command.Parent is CommandResult parent ? Words(parent).Append(command.Command.Name) : ["spikedata"];

    static string Usage(Command command) => string.Concat(command.Arguments.Select(argument =>
        argument.Arity.MinimumNumberOfValues == 0 ? $" [{Name(argument)}]" : $" {Name(argument)}"))
        + (command.Subcommands.Count > 0 ? " COMMAND" : "") + (command.Options.Count > 0 ? " [options]" : "");

    static string Name(Argument argument) => argument.HelpName ?? argument.Name.ToUpperInvariant();

    static RootCommand Create() => new("Spike-camera and motion-blur data sets from recipes.")
    {
        InitCommand.Create(),
        BuildCommand.Create(),
        CheckCommand.Create(),
        ListCommand.Create(),
        WhyCommand.Create(),
        LockCommand.Create(),
        VerifyCommand.Create(),
        GcCommand.Create(),
        PreviewCommand.Create(),
        StagesCommand.Create(),
        ExplainCommand.Create(),
        SchemaCommand.Create(),
        DevicesCommand.Create(),
        RunCommand.Create(),
        ReconstructCommand.Create(),
        WeightsCommand.Create(),
        InferCommand.Create(),
        InterpolateCommand.Create(),
        CalibrateCommand.Create(),
        SynchroniseCommand.Create(),
        PhotometryCommand.Create(),
        CorrectCommand.Create(),
        ConvertCommand.Create(),
        InspectCommand.Create(),
        TrainCommand.Create(),
        EvaluateCommand.Create(),
        DeblurCommand.Create(),
    };
}
