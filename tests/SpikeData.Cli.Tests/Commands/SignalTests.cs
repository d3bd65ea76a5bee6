using System.Diagnostics;

namespace SpikeData.Cli.Tests;

/// <summary>Signals end commands, those too that do not look up from their work.</summary>
public sealed class SignalTests : IDisposable
{
    /// <summary>Far longer than ending takes, and far shorter than the work.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task CommandInTheMidstOfItsWork_Ends(string signal)
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
        Assert.Equal(130, process.ExitCode);
        Assert.StartsWith("Cancelled.", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
