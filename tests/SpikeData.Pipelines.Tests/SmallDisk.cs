using System.Diagnostics;

namespace SpikeData.Pipelines.Tests;

/// <summary>A disk of a few kilobytes, as far as this process may mount one.</summary>
sealed class SmallDisk : IDisposable
{
    readonly TemporaryFolder folder = new();

    SmallDisk()
    {
    }

    public string this[string relative] => folder[relative];

    /// <summary>Mounts one, or skips the test.</summary>
    public static SmallDisk Mount(int kilobytes)
    {
        var disk = new SmallDisk();
        bool mounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess && Run("mount", "-t", "tmpfs", "-o", $"size={kilobytes}k", "spikedata-test", disk.folder.Path);
        if (!mounted) disk.folder.Dispose();
        Assert.SkipUnless(mounted, "This process may not mount a disk.");
        return disk;
    }

    /// <summary>Makes it larger, or takes the right to write: <c>size=4m</c>, <c>ro</c>.</summary>
    public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", folder.Path));

    public void Dispose()
    {
        Assert.True(Run("umount", folder.Path));
        folder.Dispose();
    }

    static bool Run(string command, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
