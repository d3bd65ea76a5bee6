using System.Diagnostics;

namespace SpikeData.Cli.Tests;

/// <summary>What has no end is not opened, what cannot be written is found before the work, and signals end commands.</summary>
public sealed class BoundsTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Theory]
    [InlineData("inspect", "PIPE.png")]
    [InlineData("inspect", "PIPE.dat")]
    [InlineData("inspect", "PIPE.mp4")]
    [InlineData("convert", "PIPE.dat", "out.npz", "--size", "8x8")]
    [InlineData("reconstruct", "PIPE.dat", "-o", "out.png", "--size", "8x8")]
    [InlineData("check", "-r", "PIPE.yaml")]
    [InlineData("weights", "show", "PIPE.npz")]
    [InlineData("infer", "bsn", "--weights", "PIPE.npz", "--input", "PIPE.npz", "--output", "out.npz")]
    [InlineData("run", "synthesize-blur", "--input", "PIPE.npz", "--output", "out.npz")]
    public async Task Pipe_IsRefusedAtOnce(params string[] line)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have names on Linux.");
        foreach (int place in line.Index().Where(word => word.Item.StartsWith("PIPE")).Select(word => word.Index)) MakePipe(line[place] = folder[line[place]]);
        for (int place = 0; place < line.Length; place++) if (line[place].StartsWith("out")) line[place] = folder[line[place]];

        CommandLineRun run = await CommandLineRun.Of(line);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE437: This is a pipe", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Device_IsRefusedAtOnce_UnderAnyName()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is /dev/zero on Linux.");
        File.CreateSymbolicLink(folder["zero.png"], "/dev/zero");

        Assert.Contains("SPIKE437", (await CommandLineRun.Of("inspect", folder["zero.png"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputBelowAFile_IsFoundBeforeTheInputIsRead()
    {
        await File.WriteAllTextAsync(folder["file"], "", TestContext.Current.CancellationToken);

        CommandLineRun run = await CommandLineRun.Of("run", "synthesize-blur", "--input", folder["absent.npz"], "--output", folder["file/out.npz"]);

        Assert.StartsWith($"{folder["file/out.npz"]}: error SPIKE122: There is no folder", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("absent.npz", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    static void MakePipe(string path)
    {
        if (File.Exists(path)) return;
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
    }
}
