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

    [Theory]
    [InlineData("train/a/000.png test/b/000.png", "{split}/{clip}/*.png", null)]
    [InlineData("train/a/sharp/0.png train/a/blur/0.png train/a/blur_gamma/0.png test/b/sharp/0.png test/b/blur/0.png", "{split}/{clip}/sharp/*.png", "the pictures of sharp are taken, and those of blur, blur_gamma left")]
    [InlineData("a/sharp/0.png a/blur/0.png b/sharp/0.png b/blur/0.png", "{clip}/sharp/*.png", "the pictures of sharp are taken, and those of blur left")]
    [InlineData("train/raw_data/a/0.png train/raw_data/b/0.png test/raw_data/c/0.png", "{split}/raw_data/{clip}/*.png", null)]
    [InlineData("train/train_sharp/000/0.png train/train_blur/000/0.png val/val_sharp/000/0.png", "{split}/{split}_sharp/{clip}/*.png", "the pictures of train_sharp, val_sharp are taken, and those of train_blur left")]
    [InlineData("train/a/sharp/0.png train/a/blur/0.png", "{split}/{clip}/sharp/*.png", "the pictures of sharp are taken, and those of blur left")]
    [InlineData("sharp/a/0.png sharp/b/0.png blur/a/0.png blur/b/0.png", "sharp/{clip}/*.png", "the pictures of sharp are taken, and those of blur left")]
    [InlineData("validation/a/0.jpg", "{split}/{clip}/*.jpg", null)]
    [InlineData("a/0.png a/1.jpg b/0.PNG .git/x/0.png a/._0.png", "{clip}/*", null)]
    public async Task TreesOfPictures_GetAPatternForSplitAndClip(string files, string pattern, string? said)
    {
        foreach (string file in files.Split(' '))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[$"set/{file}"])!);
            await File.WriteAllBytesAsync(folder[$"set/{file}"], Png.Color(new byte[3 * 16 * 16], 16, 16), TestContext.Current.CancellationToken);
        }

        CommandLineRun run = await Run("init", folder["set"]);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains($$"""- decode: { from: "set/{{pattern}}" }""", await Recipe(), StringComparison.Ordinal);
        Assert.Equal(said is not null, run.Output.Contains(said ?? "are taken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task TreeOfSharpAndBlurryPictures_BecomesARecipeThatBuilds()
    {
        foreach (string clip in (string[])["train/a/sharp", "train/a/blur", "test/b/sharp", "test/b/blur"])
            foreach (int frame in Enumerable.Range(1, 30))
            {
                Directory.CreateDirectory(folder[$"GOPRO/{clip}"]);
                byte[] pixels = new byte[3 * 32 * 32];
                Array.Fill(pixels, (byte)(clip.EndsWith("sharp", StringComparison.Ordinal) ? frame : 200));
                await File.WriteAllBytesAsync(folder[$"GOPRO/{clip}/{frame}.png"], Png.Color(pixels, 32, 32), TestContext.Current.CancellationToken);
            }

        await Run("init", folder["GOPRO"]);
        CommandLineRun run = await CommandLineRun.Of("build", "--recipes", folder["datasets.yaml"]);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        string spikes = Assert.Single(Directory.GetFiles(folder["artifacts/datasets/gopro/train/spike_data/a"]));
        byte[] blurred = new byte[3 * 32 * 32];
        PictureFile.Read(folder[$"artifacts/datasets/gopro/train/blur_data/a/{Path.GetFileNameWithoutExtension(spikes)}.png"], blurred, 32, 32);
        // The second exposure is of frames 14 to 26 by 8; their mean is 20.
        Assert.All(blurred, level => Assert.InRange(level, 19, 21));
    }

    [Fact]
    public async Task FootageAtSeveralLevels_IsSaid()
    {
        foreach (string file in (string[])["set/a/0.png", "set/b/c/0.png"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
            await File.WriteAllBytesAsync(folder[file], Png.Color(new byte[3 * 16 * 16], 16, 16), TestContext.Current.CancellationToken);
        }

        Assert.Contains("SPIKE427", (await Run("init", folder["set"])).Error, StringComparison.Ordinal);
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
