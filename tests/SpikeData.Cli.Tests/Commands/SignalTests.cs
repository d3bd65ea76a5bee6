using System.Diagnostics;

namespace SpikeData.Cli.Tests;

/// <summary>Signals end commands, those too that do not look up from their work.</summary>
public sealed class SignalTests : IDisposable
{
    /// <summary>Far longer than ending takes, and far shorter than the work.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("TERM", 15)]
    [InlineData("INT", 2)]
    [InlineData("HUP", 1)]
    public async Task CommandInTheMidstOfItsWork_Ends(string signal, int number)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by the kill command of Linux.");
        // Hours of zeros, which take no room.
        using (FileStream file = File.Create(folder["long.dat"])) file.SetLength(1L << 38);
        using Process process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "SpikeData.Cli"), ["inspect", folder["long.dat"], "--size", "400x250"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Assert.StartsWith("recording", await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);

        using (Process kill = Process.Start("kill", [$"-{signal}", $"{process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        bool ended = process.WaitForExit(Longest);
        if (!ended) process.Kill();
        Assert.True(ended, "The command goes on.");
        // As shells have it: 128 and the number of the signal.
        Assert.Equal(128 + number, process.ExitCode);
        Assert.StartsWith("Cancelled.", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
