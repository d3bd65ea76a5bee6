using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SpikeData.Cli.Tests;

/// <summary>Runs the tests, or commands on and on, as a process of its own that a test can stop.</summary>
static class Program
{
    /// <summary>The first argument; the second is the folder to work in.</summary>
    public const string EndlessCommands = "--endless-commands";

    public static int Main(string[] args)
    {
        if (args is [EndlessCommands, var folder]) return Written.WritingCommands.RunOnAndOn(folder).GetAwaiter().GetResult();
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }
}
