namespace SpikeData.Cli.Tests;

/// <summary>One run of the command within the test's process: what it printed and its exit code.</summary>
sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    public static async Task<CommandLineRun> Of(params string[] args)
    {
        using StringWriter output = new(), error = new();
        int code = await SpikeDataCommand.RunAsync(args, output, error);
        return new(code, output.ToString(), error.ToString());
    }
}
