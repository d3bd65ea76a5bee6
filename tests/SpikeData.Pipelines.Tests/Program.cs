using System.Diagnostics;
using System.Globalization;
using SpikeData.Compute;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

namespace SpikeData.Pipelines.Tests;

/// <summary>Runs the tests, or, as a process of its own, one build that is killed on the way.</summary>
static class Program
{
    /// <summary>The first argument of a build; then come the folder and the step at which to die.</summary>
    public const string KilledBuild = "--killed-build";

    public static int Main(string[] args)
    {
        if (args is [KilledBuild, var folder, var step]) return Build(folder, lastStep: int.Parse(step, CultureInfo.InvariantCulture)).Steps;
        return args.Contains("--server") || args.Contains("--internal-msbuild-node")
            ? TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions).GetAwaiter().GetResult()
            : ConsoleRunner.Run(args).GetAwaiter().GetResult();
    }

    /// <summary>Builds the paper's recipe and dies as if the power went when it reports a step; without a step, says how many there are.</summary>
    public static (DatasetResult Result, int Steps) Build(string folder, int sharp = 1, int lastStep = int.MaxValue)
    {
        using var device = new CpuDevice();
        var steps = new StepCounter(lastStep);
        DatasetResult result = new DatasetBuilder(new(folder, device))
            .BuildAsync(TestPipeline.Paper("source/{clip}/*.png", spikes: new SimulateSpikes(), sharp: sharp), steps).GetAwaiter().GetResult();
        return (result, steps.Count);
    }

    sealed class StepCounter(int last) : IProgress<BuildProgress>
    {
        int count;

        public int Count => count;

        public void Report(BuildProgress value)
        {
            if (value.Phase is BuildPhase.Recording or BuildPhase.Publishing && Interlocked.Increment(ref count) == last) Process.GetCurrentProcess().Kill();
        }
    }
}
