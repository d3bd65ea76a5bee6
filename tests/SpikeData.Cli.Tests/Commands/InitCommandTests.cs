using SpikeData.Imaging;

namespace SpikeData.Cli.Tests;

/// <summary><c>init</c>: the first recipe of a person with some footage.</summary>
public sealed class InitCommandTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Video_BecomesARecipeThatBuilds()
    {
        File.Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4")), folder["My clip_1.mp4"]);

        CommandLineRun run = await Run("init", folder["My clip_1.mp4"]);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains("""  my-clip-1:""" + Environment.NewLine, await Recipe(), StringComparison.Ordinal);
        Assert.Contains("""- decode: { from: "My clip_1.mp4" }""", await Recipe(), StringComparison.Ordinal);
        Assert.Equal(0, (await CommandLineRun.Of("check", "--recipes", folder["datasets.yaml"])).ExitCode);
    }

    [Theory]
    [InlineData("shots/a/000.png", "shots/{clip}/*.png")]
    [InlineData("shots/000.png", "shots/*.png")]
    public async Task Pictures_AreBroughtToASizeThatSpikesFit(string file, string pattern)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        await File.WriteAllBytesAsync(folder[file], Png.Color(new byte[3 * 30 * 50], height: 30, width: 50), TestContext.Current.CancellationToken);

        Assert.Equal(0, (await Run("init", folder["shots"])).ExitCode);

        Assert.Contains($$"""- decode: { from: "{{pattern}}", size: 48x32 }""", await Recipe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecipeFile_IsNeverWrittenOver()
    {
        await File.WriteAllTextAsync(folder["datasets.yaml"], "mine", TestContext.Current.CancellationToken);

        CommandLineRun run = await Run("init", folder["."]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SPIKE126", run.Error, StringComparison.Ordinal);
        Assert.Equal("mine", await Recipe());
    }

    [Theory]
    [InlineData(".")]
    [InlineData("absent.mp4")]
    public async Task NoFootage_IsSaid_AndNothingWritten(string footage)
    {
        CommandLineRun run = await Run("init", folder[footage]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("SPIKE125", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder["datasets.yaml"]));
    }

    public void Dispose() => folder.Dispose();

    Task<CommandLineRun> Run(params string[] arguments) => CommandLineRun.Of([.. arguments, "--recipes", folder["datasets.yaml"]]);

    Task<string> Recipe() => File.ReadAllTextAsync(folder["datasets.yaml"], TestContext.Current.CancellationToken);
}
