using System.Diagnostics;

namespace SpikeData.Cli.Tests.Written;

/// <summary>A command that is told to end does so soon, and takes with it what it was writing.</summary>
public sealed class SignalTests : IDisposable
{
    const int SoonInMilliseconds = 10_000;

    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("-INT", 130)]
    [InlineData("-TERM", 143)]
    [InlineData("-HUP", 129)]
    public async Task AnySignal_EndsIt_AndNothingIsLeft(string signal, int code)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Signals are sent by the kill of Linux.");
        await File.WriteAllBytesAsync(folder["spikes.dat"], new byte[4 * 1024 * 1024], TestContext.Current.CancellationToken);
        string[] words = ["exec", typeof(SpikeDataCommand).Assembly.Location, "reconstruct", folder["spikes.dat"], "--size", "64x32", "-o", folder["out"]];
        using Process process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardError = true })!;
        while (!Directory.EnumerateFiles(folder[""], "*.png", SearchOption.AllDirectories).Any()) await Task.Delay(20, TestContext.Current.CancellationToken);
        using (Process kill = Process.Start("kill", [signal, $"{process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.WaitForExit(SoonInMilliseconds));
        Assert.Equal(code, process.ExitCode);
        Assert.Contains("Cancelled.", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(["spikes.dat"], Directory.GetFileSystemEntries(folder[""]).Select(path => Path.GetFileName(path)));
    }

    /// <summary>What a command has begun when it does not look up from its work: a file and a folder of pictures.</summary>
    [Fact]
    public async Task DraftsInHand_AreRemovedAtTheEnd_AndNothingIsPutInPlaceAfterIt()
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(Program).Assembly.Location, Program.EndsWithDrafts, folder[""]]) { RedirectStandardOutput = true })!;

        Assert.Equal(["2", "0", "refused", "refused", ""], (await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(Environment.NewLine));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(folder[""]));
    }
}
