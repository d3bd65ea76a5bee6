using System.Globalization;
using SpikeData.Compute;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SpikeData.Pipelines.Tests;

/// <summary>Runs the tests, or builds, as a process of its own that a test can stop and kill.</summary>
static class Program
{
    /// <summary>The first argument; the second is the folder of the recipe, where there is one.</summary>
    public const string EndlessBuilds = "--endless-builds", OneBuild = "--one-build", ManyOpen = "--many-open";

    /// <summary>What a process says that will build once, and has not begun.</summary>
    public const string Begins = "begins";

    /// <summary>The data set's name.</summary>
    public const string Name = "paper";

    public static int Main(string[] args)
    {
        if (args is [EndlessBuilds, var endless]) return BuildOnAndOn(endless);
        if (args is [OneBuild, var once]) return BuildOnce(once);
        if (args is [ManyOpen]) return OpenTogether();
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }

    /// <summary>Two short clips.</summary>
    public static void WriteSource(string folder)
    {
        GoldenClip.WriteTo(Path.Combine(folder, "source", "a"), frames: 24);
        GoldenClip.WriteTo(Path.Combine(folder, "source", "b"), frames: 20);
    }

    /// <summary>Builds the same data set into some folder.</summary>
    /// <param name="folder">Where the source lies.</param>
    /// <param name="artifacts">Where data set and store go.</param>
    /// <param name="sharp">Another number is another recipe.</param>
    /// <param name="seed">Another one is another recipe, too.</param>
    public static DatasetResult Build(string folder, string artifacts, int sharp = 1, int seed = 1)
    {
        using var device = new CpuDevice();
        var workspace = new Workspace(folder, device) { OutputDirectory = Path.Combine(artifacts, "datasets"), StoreDirectory = Path.Combine(artifacts, "store") };
        return new DatasetBuilder(workspace).BuildAsync(new TestPipeline(
            Name,
            new Decode(SourcePattern.Parse("source/{clip}/*.png")),
            new Interpolate(new NoInterpolation(), 2),
            new Expose(5, 1),
            new SynthesizeBlur(),
            new SimulateSpikes(Margin: 2, Seed: seed),
            new ExtractSharp(sharp),
            new Write())).GetAwaiter().GetResult();
    }

    /// <summary>Builds, and says what went wrong.</summary>
    /// <returns>The number of failures.</returns>
    static int BuildOnce(string folder)
    {
        using IDisposable? survived = FileSizeLimit.Survive();
        Console.WriteLine(Begins);
        DatasetResult result = Build(folder, Run(folder, 0));
        foreach (BuildFailure failure in result.Failures) Console.WriteLine(failure);
        return result.Failures.Count;
    }

    const int MostRuns = 2000;

    /// <summary>Builds one recipe and then others, which take over from it, into one folder after the other, and says when the code runs at full speed.</summary>
    static int BuildOnAndOn(string folder)
    {
        for (int run = 0; run < MostRuns; run++)
        {
            Build(folder, Run(folder, run), sharp: 3);
            Build(folder, Run(folder, run), seed: 2);
            Build(folder, Run(folder, run));
            if (run == 1) Console.WriteLine("warm");
        }

        return 0;
    }

    /// <summary>Looks for devices and opens one, on many threads that begin at the same time, as nobody has before in this process.</summary>
    static int OpenTogether()
    {
        const int Threads = 6;
        using Barrier together = new(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(_ => new Thread(() =>
        {
            together.SignalAndWait();
            foreach (DeviceInfo _ in Device.List()) Device.Open("auto").Dispose();
        }))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        return 0;
    }

    static string Run(string folder, int run) => Path.Combine(folder, "runs", run.ToString(CultureInfo.InvariantCulture));
}
