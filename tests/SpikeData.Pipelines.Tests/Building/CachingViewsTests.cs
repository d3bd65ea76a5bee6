using System.Diagnostics;

namespace SpikeData.Pipelines.Tests;

/// <summary>Three processes that see one folder through caches of their own, as machines of a network do, and whose locks do not reach each other.</summary>
public sealed class CachingViewsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("attr_timeout=30,entry_timeout=30,negative_timeout=30,ac_attr_timeout=30,kernel_cache")]
    [InlineData("attr_timeout=0,entry_timeout=0,negative_timeout=0,direct_io")]
    public async Task BuildsOfThreeMachines_AllSucceed_WithTheBytesOfOne(string caches)
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && File.Exists("/usr/bin/bindfs") && File.Exists("/dev/fuse"), "Views need bindfs, and the right to mount.");
        Directory.CreateDirectory(folder["view"]);
        Program.WriteSource(folder["real"]);
        SortedDictionary<string, byte[]> undisturbed = TemporaryFolder.Content(Program.Build(folder["real"], folder["undisturbed"]).Directory);
        string[] said = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Build(caches)));

        Assert.SkipWhen(said.Any(text => text.Contains("cannot mount", StringComparison.Ordinal)), "This process may not mount a view.");
        Assert.All(said, text => Assert.Equal([Program.Begins, "ends with 0"], text.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(undisturbed, TemporaryFolder.Content(folder[$"real/runs/0/datasets/{Program.Name}"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["real/runs/0/store/locks"]));
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder["real/runs/0/store/drafts"]));
    }

    public void Dispose() => folder.Dispose();

    /// <summary>In a namespace of its own each process has its own view under the same path.</summary>
    async Task<string> Build(string caches)
    {
        const string Script = """
            mount --make-rprivate / && bindfs -o "$1" "$2" "$3" || { echo cannot mount; exit; }
            dotnet exec "$4" "$5" "$3"
            echo "ends with $?"
            umount -l "$3"
            """;
        string[] arguments = ["-m", "bash", "-c", Script, "view", caches, folder["real"], folder["view"], typeof(CachingViewsTests).Assembly.Location, Program.OneBuild];
        using Process view = Process.Start(new ProcessStartInfo("unshare", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        string said = await view.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await view.WaitForExitAsync(TestContext.Current.CancellationToken);
        return said;
    }
}
