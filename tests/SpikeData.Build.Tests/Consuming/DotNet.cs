using System.Diagnostics;

namespace SpikeData.Build.Tests;

/// <summary>Runs the <c>dotnet</c> command as a person would, in a folder of the test.</summary>
static class DotNet
{
    static readonly TimeSpan LongestRun = TimeSpan.FromMinutes(10);

    /// <summary>What a command printed, and whether it succeeded.</summary>
    internal sealed record Run(int ExitCode, string Output)
    {
        public bool Succeeded => ExitCode == 0;

        /// <summary>The lines that begin with a text.</summary>
        public IEnumerable<string> Lines(string beginning) =>
            Output.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith(beginning, StringComparison.Ordinal)).Distinct();
    }

    /// <param name="folder">Where it runs.</param>
    /// <param name="variables">More environment variables.</param>
    /// <param name="arguments">The command line, such as "build".</param>
    internal static Task<Run> RunAsync(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments) =>
        RunProgramAsync("dotnet", folder, variables, arguments);

    /// <summary>Runs another program in the same way, such as a shell.</summary>
    internal static async Task<Run> RunProgramAsync(string program, string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        using Process process = Start(program, folder, variables, arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        // A command that hangs fails its test, and does not hold up all others for ever.
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(LongestRun);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{program} {string.Join(' ', arguments)}' did not end within {LongestRun.TotalMinutes} minutes. It said: {await output}{await error}");
        }

        return new(process.ExitCode, await output + await error);
    }

    static Process Start(string program, string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The test itself may run inside a build, whose variables would lead this one astray.
        foreach (string name in start.Environment.Keys.Where(IsOfABuild).ToList()) start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        foreach ((string name, string value) in variables) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    static bool IsOfABuild(string variable) => variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || variable == "DOTNET_HOST_PATH";
}
