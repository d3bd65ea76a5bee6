using System.Diagnostics;
using SpikeData.Imaging;

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

    /// <summary>Files of some kilobytes, whose pictures and arrays take more than the 10 MiB that are allowed here.</summary>
    [Theory]
    [InlineData("interpolate", "FRAMES", "OUT", "--method", "linear", "--factor", "2", "--device", "cpu")]
    [InlineData("run", "synthesize-blur", "--input", "ARRAYS.npz", "--output", "OUT.npz", "--device", "cpu")]
    [InlineData("infer", "bsn", "--weights", "BSN", "--input", "ARRAYS.npz", "--output", "OUT.npz", "--device", "cpu")]
    [InlineData("infer", "edsr", "--weights", "EDSR", "--input", "SMALL.npz", "--output", "OUT.npz", "--device", "cpu")]
    [InlineData("calibrate", "--left", "FRAMES/*.png", "--right", "FRAMES/*.png", "--board", "9x6", "-o", "OUT.yaml")]
    [InlineData("inspect", "FRAMES/0.png")]
    public async Task MoreMemoryThanIsAllowed_IsRefused_AndNothingIsWritten(params string[] line)
    {
        Directory.CreateDirectory(folder["FRAMES"]);
        foreach (string name in (string[])["0.png", "1.png"]) await File.WriteAllBytesAsync(folder[$"FRAMES/{name}"], Png.Gray(new byte[2048 * 2048], 2048, 2048), TestContext.Current.CancellationToken);
        Save("ARRAYS.npz", ("frames", new(ElementType.UInt8, [2, 2048, 2048, 3], new byte[2 * 2048 * 2048 * 3])), ("x", NdArray.Of<float>(new float[2048 * 2048], 1, 1, 2048, 2048)));
        Save("SMALL.npz", ("x", NdArray.Of<float>(new float[256 * 256], 1, 1, 256, 256)));
        line = [.. line.Select(word => word switch
        {
            "BSN" => Golden.Path("nets/bsn_weights.npz"),
            "EDSR" => Golden.Path("nets/edsr_weights.npz"),
            _ when word.StartsWith("FRAMES", StringComparison.Ordinal) || word.StartsWith("OUT", StringComparison.Ordinal) || word.EndsWith(".npz", StringComparison.Ordinal) => folder[word],
            _ => word,
        })];
        ProcessStartInfo start = new("dotnet", ["exec", typeof(SpikeDataCommand).Assembly.Location, .. line]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SPIKEDATA_MEMORY"] = "0.01";

        using Process process = Process.Start(start)!;
        string error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("error SPIKE438: ", error, StringComparison.Ordinal);
        Assert.Equal(1, process.ExitCode);
        Assert.Equal(["ARRAYS.npz", "FRAMES", "SMALL.npz"], Directory.GetFileSystemEntries(folder[""]).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

        void Save(string name, params (string Name, NdArray Array)[] arrays) =>
            DraftFile.Write(folder[name], file => Npz.Write(file, arrays.Select(array => KeyValuePair.Create(array.Name, array.Array))));
    }

    public void Dispose() => folder.Dispose();

    static void MakePipe(string path)
    {
        if (File.Exists(path)) return;
        using Process made = Process.Start("mkfifo", [path]);
        made.WaitForExit();
    }
}
