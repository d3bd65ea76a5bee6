using System.Globalization;
using SpikeData.Imaging;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SpikeData.Cli.Tests;

/// <summary>Runs the tests, or commands as processes of their own, which are stopped and killed.</summary>
static class Program
{
    /// <summary>The first argument; the second is the folder to work in.</summary>
    public const string EndlessCommands = "--endless-commands";

    /// <summary>Begins results in a folder, is told to end, and tries to put them in their places all the same.</summary>
    public const string EndsWithDrafts = "--ends-with-drafts";

    public static int Main(string[] args)
    {
        if (args is [EndlessCommands, var folder]) return Written.WritingCommands.RunOnAndOn(folder).GetAwaiter().GetResult();
        if (args is [Written.RealKills.OneCommand, var below, .. var line]) return Written.RealKills.RunOne(below, line).GetAwaiter().GetResult();
        if (args is [Written.RealKills.Option, var kills, .. var names]) return Written.RealKills.Run(int.Parse(kills, CultureInfo.InvariantCulture), names).GetAwaiter().GetResult();
        if (args is [EndsWithDrafts, var place]) return EndWithDrafts(place);
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }

    static int EndWithDrafts(string folder)
    {
        using DraftFile file = new(Path.Combine(folder, "file"));
        using Draft pictures = new(Path.Combine(folder, "pictures"));
        file.Stream.Write("half"u8);
        Directory.CreateDirectory(pictures.Content);
        File.WriteAllText(Path.Combine(pictures.Content, "0.png"), "half");
        Console.WriteLine(Directory.GetFileSystemEntries(folder, "*.draft").Length);
        LiveDrafts.RemoveAll();
        Console.WriteLine(Directory.GetFileSystemEntries(folder).Length);
        foreach (Action publish in (Action[])[file.Publish, pictures.Publish])
        {
            try
            {
                publish();
            }
            catch (Exception refused) when (refused is OperationCanceledException or IOException or ObjectDisposedException)
            {
                Console.WriteLine("refused");
            }
        }

        return Directory.GetFileSystemEntries(folder).Length;
    }
}
