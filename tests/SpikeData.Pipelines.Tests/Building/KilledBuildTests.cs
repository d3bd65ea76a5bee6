using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using SpikeData.Compute;

namespace SpikeData.Pipelines.Tests;

/// <summary>A build that is killed, at any instant, leaves what the next build can go on from.</summary>
public sealed partial class KilledBuildTests : IDisposable
{
    const int Instants = 20, Kills = 50, Rounds = 10, KilledBySystem = 137, Stop = 19, Continue = 18;
    static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(300), LongestBuild = TimeSpan.FromSeconds(10), BetweenClearings = TimeSpan.FromMilliseconds(20);

    readonly TemporaryFolder folder = new();
    readonly List<Process> started = [];
    readonly SortedDictionary<string, byte[]> undisturbed;

    public KilledBuildTests()
    {
        Program.WriteSource(folder.Path);
        undisturbed = TemporaryFolder.Content(Program.Build(folder.Path, folder["undisturbed"]).Directory);
    }

    /// <summary>A process that is stopped does no more than one that was killed: what lies on the disk then is what the next build finds.</summary>
    [Fact]
    public async Task WhateverLiesOnTheDiskAtAnyInstant_TheNextBuildEndsWithTheSameBytes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Processes are stopped by a signal of Linux.");
        Process builds = Start(Program.EndlessBuilds);
        Assert.Equal("warm", await builds.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
        var random = new Random(1);
        for (int instant = 0; instant < Instants; instant++)
        {
            await Task.Delay(random.NextDouble() * LongestWait, TestContext.Current.CancellationToken);
            Assert.Equal(0, Signal(builds.Id, Stop));
            Copy(Newest(), folder[$"copy/{instant}"]);
            Bury(folder[$"copy/{instant}"]);
            Assert.Equal(0, Signal(builds.Id, Continue));
            AssertFinishes(folder[$"copy/{instant}"]);
        }
    }

    /// <summary>The instants are random, one in each fiftieth of the time that a build takes.</summary>
    [Fact]
    public async Task KilledAtRandomInstants_TheNextBuildEndsWithTheSameBytes()
    {
        var random = new Random(2);
        TimeSpan whole = LongestBuild;
        for (int kills = 0; kills < Kills;)
        {
            Process build = Start(Program.OneBuild);
            Assert.Equal(Program.Begins, await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            var running = Stopwatch.StartNew();
            if (build.WaitForExit((kills + random.NextDouble()) / Kills * whole)) whole = running.Elapsed;
            build.Kill();
            await build.WaitForExitAsync(TestContext.Current.CancellationToken);

            if (build.ExitCode == KilledBySystem) kills++;
            AssertFinishes(Newest());
            Directory.Delete(folder["runs"], recursive: true);
        }
    }

    [Fact]
    public async Task TwoProcessesAtOnce_EndWithTheSameBytes()
    {
        Process other = Start(Program.OneBuild);
        for (int build = 0; build < 5; build++) AssertFinishes(folder["runs/0"]);
        await other.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, other.ExitCode);
        AssertFinishes(folder["runs/0"]);
    }

    /// <summary>What a killed build has made is nobody's as soon as its lease is; what the other one makes stays.</summary>
    [Fact]
    public async Task TwoBuildsAreKilled_WhileTheStoreIsClearedAway_AndTheNextBuildEndsWithTheSameBytes()
    {
        var random = new Random(3);
        for (int round = 0; round < Rounds; round++)
        {
            Process[] builds = [Start(Program.OneBuild), Start(Program.OneBuild)];
            using CancellationTokenSource enough = new();
            Task clearing = Task.Run(() => ClearAway(enough.Token), TestContext.Current.CancellationToken);
            foreach (Process build in builds) Assert.Equal(Program.Begins, await build.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            foreach (Process build in builds)
            {
                build.WaitForExit(random.NextDouble() * LongestWait);
                build.Kill();
                await build.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            AssertFinishes(folder["runs/0"]);
            await enough.CancelAsync();
            await clearing;
            AssertFinishes(folder["runs/0"]);
            Assert.Empty(Directory.EnumerateFileSystemEntries(folder["runs/0/store/drafts"]));
            Assert.DoesNotContain(Directory.EnumerateFileSystemEntries(folder["runs/0/store/locks"]), path => Path.GetExtension(path) is StoreSweep.Claim or StoreSweep.User);
            Directory.Delete(folder["runs"], recursive: true);
        }
    }

    void ClearAway(CancellationToken enough)
    {
        using CpuDevice device = new(threads: 1);
        StoreCare care = new(new(folder.Path, device) { OutputDirectory = folder["runs/0/datasets"], StoreDirectory = folder["runs/0/store"], Cancellation = enough });
        while (!enough.IsCancellationRequested)
        {
            try
            {
                Thread.Sleep(BetweenClearings);
                care.RemoveUnused([], TimeSpan.Zero);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SpikeDataException unknown) when (unknown.Id == "SPIKE497")
            {
                // Nothing was planned yet.
            }
        }
    }

    public void Dispose()
    {
        foreach (Process process in started)
        {
            process.Kill();
            process.WaitForExit();
            process.Dispose();
        }

        folder.Dispose();
    }

    void AssertFinishes(string artifacts)
    {
        string directory = Path.Combine(artifacts, "datasets", Program.Name);
        if (Manifest.Read(directory) is { } manifest)
            Assert.All(manifest.Files, file => Assert.Equal(Digest.OfFile(Path.Combine(directory, file.Path.Text)), file.Sha256));
        Assert.Empty(Program.Build(folder.Path, artifacts).Failures);
        // What a process had begun a moment before its end goes when it is old.
        KeyValuePair<string, byte[]>[] content = [.. TemporaryFolder.Content(directory).Where(file => !file.Key.EndsWith(".begun", StringComparison.Ordinal))];
        Assert.Equal(undisturbed.Select(file => file.Key), content.Select(file => file.Key));
        Assert.All(undisturbed.Zip(content), pair => Assert.Equal((pair.First.Key, Encoding.Latin1.GetString(pair.First.Value)), (pair.Second.Key, Encoding.Latin1.GetString(pair.Second.Value))));
    }

    string Newest() => !Directory.Exists(folder["runs"]) ? folder["runs/0"] : Directory.EnumerateDirectories(folder["runs"]).MaxBy(path => int.Parse(Path.GetFileName(path), CultureInfo.InvariantCulture))!;

    /// <summary>Second names of one file stay second names of one file.</summary>
    static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        using Process copy = Process.Start("cp", ["-a", from, to]);
        copy.WaitForExit();
        Assert.Equal(0, copy.ExitCode);
    }

    /// <summary>The process that was copied goes on elsewhere: in the copy, what it holds is that of a process that ended.</summary>
    static void Bury(string copy)
    {
        foreach (string path in Directory.EnumerateFiles(copy, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is StoreSweep.Claim or StoreSweep.User))
            if (Json.Read<LeaseOwner>(path, _ => null).Value is { } owner) File.WriteAllBytes(path, Json.Write(owner with { Started = 1 }));
    }

    /// <summary>Starts this test program again, as a program that builds.</summary>
    Process Start(string task)
    {
        string[] arguments = ["exec", typeof(KilledBuildTests).Assembly.Location, task, folder.Path];
        started.Add(Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!);
        return started[^1];
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int process, int signal);
}
