using System.Diagnostics;

namespace SpikeData.Cli.Tests;

public sealed class SpikeDataCommandTests : IDisposable
{
    const string Recipes = """
        datasets:
          tiny:
            description: A few pixels.
            stages:
              - decode: { from: "CLIP", frames: 20..30, size: 64x36 }
              - expose: { frames: 3, skip: 1 }
              - synthesize-blur
              - write
          later:
            - decode: { from: "later/{clip}/*.png", optional: true }
            - expose
            - synthesize-blur
            - write
        """;

    readonly TemporaryFolder folder = new();
    readonly string clip = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4"));

    [Fact]
    public async Task Build_BuildsWhatIsOutOfDate_AndSaysWhere()
    {
        Write(Recipes);
        CommandLineRun first = await Run("build");
        Assert.Equal(("", 0), (first.Error, first.ExitCode));
        string[] lines = first.Output.Trim().Split('\n');
        Assert.Matches(@"^tiny: 3 samples built in [\d.]+ s, in .*artifacts/datasets/tiny$", lines[0]);
        Assert.StartsWith("later: skipped: ", lines[1], StringComparison.Ordinal);
        Assert.True(File.Exists(folder["artifacts/datasets/tiny/manifest.json"]));
        Assert.StartsWith("tiny: 3 samples, up to date", (await Run("build", "tiny")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_NamesThePartThatChanged()
    {
        Write(Recipes);
        Assert.StartsWith("tiny is out of date:", (await Run("why", "tiny")).Output, StringComparison.Ordinal);
        await Run("build", "tiny");
        Assert.Equal("tiny is up to date.", (await Run("why", "tiny")).Output.Trim());
        Write(Recipes.Replace("frames: 3", "frames: 2"));
        CommandLineRun why = await Run("why", "tiny");
        Assert.Equal(0, why.ExitCode);
        Assert.Matches(@"expose.frames: 3 is now 2", why.Output);
    }

    [Fact]
    public async Task List_SaysWhatThereIs()
    {
        Write(Recipes);
        Assert.Contains("tiny   not built yet  A few pixels.", (await Run("list")).Output, StringComparison.Ordinal);
        await Run("build", "tiny");
        Assert.Matches(@"tiny +up to date; 3 samples, \d+\.\d kB, in .*tiny +A few pixels\.", (await Run("list")).Output);
    }

    [Fact]
    public async Task Preview_SaysWhereTheSheetLies_OnceThereIsOne()
    {
        Write(Recipes);
        CommandLineRun early = await Run("preview", "tiny");
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("SPIKE123", early.Error, StringComparison.Ordinal);
        await Run("build", "tiny");
        Assert.Equal(folder["artifacts/datasets/tiny/preview.png"], (await Run("preview", "tiny")).Output.Trim());
    }

    [Fact]
    public async Task Check_ReportsEverythingWrong_OnStandardError_WithItsPlace()
    {
        Write(Recipes.Replace("synthesize-blur", "synthesise-blur").Replace("skip: 1", "skip: -1"));
        CommandLineRun check = await Run("check");
        Assert.Equal(1, check.ExitCode);
        Assert.Equal("", check.Output);
        string[] places = [.. check.Error.Trim().Split('\n').Select(line => string.Join(':', line.Replace(folder["datasets.yaml"], "").Split(':')[..2]))];
        Assert.Equal(["(6,36): error SPIKE106", "(7,9): error SPIKE102", "(12,7): error SPIKE102"], places);
    }

    [Theory]
    [InlineData(1, "SPIKE121", "build", "tinny")]
    [InlineData(1, "SPIKE301", "build", "--device", "abacus")]
    [InlineData(2, "--jobs", "build", "--jobs", "0")]
    [InlineData(2, "'biuld'", "biuld")]
    public async Task Mistake_IsExplained_AndHasItsExitCode(int code, string explanation, params string[] args)
    {
        Write(Recipes);
        CommandLineRun run = args[0] == "build" ? await Run(args) : await CommandLineRun.Of(args);
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(explanation, run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AsAProcess_ItPrintsPlainLines_AndCtrlCEndsItClean()
    {
        Write(Recipes.Replace("CLIP", clip).Replace("frames: 20..30, size: 64x36", "size: 1280x720").Replace("      - expose", "      - interpolate: { method: linear, factor: 64 }\n      - expose"));
        ProcessStartInfo start = new("dotnet", [typeof(SpikeDataCommand).Assembly.Location, "build", "tiny", "--recipes", folder["datasets.yaml"]])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        while (!Directory.Exists(folder["artifacts/store"]) && !process.HasExited) await Task.Delay(50, TestContext.Current.CancellationToken);
        using (Process interrupt = Process.Start("kill", ["-INT", $"{process.Id}"])) await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Cancelled.", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder["artifacts/datasets/tiny"]));
    }

    void Write(string recipes) => File.WriteAllText(folder["datasets.yaml"], recipes.Replace("CLIP", clip));

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);

    public void Dispose() => folder.Dispose();
}
