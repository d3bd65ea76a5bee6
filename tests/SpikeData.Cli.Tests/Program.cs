using System.Globalization;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SpikeData.Cli.Tests;

/// <summary>Runs the tests, or commands as processes of their own, which are stopped and killed.</summary>
static class Program
{
    /// <summary>The first argument; the second is the folder to work in.</summary>
    public const string EndlessCommands = "--endless-commands";

    public static int Main(string[] args)
    {
        if (args is [EndlessCommands, var folder]) return Written.WritingCommands.RunOnAndOn(folder).GetAwaiter().GetResult();
        if (args is [Written.RealKills.OneCommand, var below, .. var line]) return Written.RealKills.RunOne(below, line).GetAwaiter().GetResult();
        if (args is [Written.RealKills.Option, var kills, .. var names]) return Written.RealKills.Run(int.Parse(kills, CultureInfo.InvariantCulture), names).GetAwaiter().GetResult();
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }
}
