using SpikeData.Imaging;
using SpikeData.Recipes;

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
        // 280 frames make 8929 with 31 between every two; exposure k is of 64k to 64k + 32, its spikes of 20 more on either side, and there are 138 from k = 1 on.
        Assert.Equal("""
              my-clip-1:
                - decode: { from: "My clip_1.mp4" }                 # 20 frames per second
                - interpolate: { method: dense-flow, factor: 32 }   # 31 frames made up between every two: 640 a second
                - expose: { frames: 33, skip: 31 }                  # the shutter: open 52 ms, closed 48 ms; 138 samples
                - synthesize-blur                                   # what a camera records with this shutter
                - simulate-spikes: { model: physical, noise: inherent, scale: 4, margin: 20, seed: 1 }
                - extract-sharp: { frames: 1 }                      # the truth: the frame in the middle, made up between two recorded ones
                - write: { layout: s-sdm }

            """.ReplaceLineEndings("\n"), (await Recipe()).Split("datasets:\n")[1]);
        Assert.Equal(0, (await CommandLineRun.Of("check", "--recipes", folder["datasets.yaml"])).ExitCode);
    }

    [Theory]
    [InlineData("shots/a", "shots/{clip}/*.png")]
    [InlineData("shots", "shots/*.png")]
    public async Task Pictures_AreBroughtToASizeThatSpikesFit_AndSayWhatIsAssumed(string place, string pattern)
    {
        await Pictures(place, 5, width: 50, height: 30);

        CommandLineRun run = await Run("init", folder["shots"]);

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Contains($$"""- decode: { from: "{{pattern}}", size: 40x24, frames-per-second: 30 }""", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("# 30 frames per second are ASSUMED: pictures do not tell. Write what is true", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("- 30 frames per second are assumed, since pictures do not tell.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateThatIsGiven_IsWritten_AndTheShutterFollows()
    {
        await Pictures("shots", 29);

        CommandLineRun run = await Run("init", folder["shots"], "--frames-per-second", "240");

        Assert.DoesNotContain("assumed", run.Output + await Recipe(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("frames-per-second: 240 }", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("expose: { frames: 97, skip: 7 }", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("open 51 ms, closed 3.6 ms; 1 sample\n", await Recipe(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClipTooShortForTheUsualShutter_GetsAShorterOne_AndThatIsSaid()
    {
        await Pictures("shots", 28);

        CommandLineRun run = await Run("init", folder["shots"], "--frames-per-second", "240");

        Assert.Contains("expose: { frames: 49, skip: 7 }", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("- the shutter: open 26 ms, closed 3.6 ms, in place of 51 ms, for which the clips are too short.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClipTooShortForAny_IsSaidWithItsLength_AndNothingIsWritten()
    {
        await Pictures("shots", 4);

        CommandLineRun run = await Run("init", folder["shots"]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE409: The clip has 4 frames, and one sample needs 5: ", run.Error, StringComparison.Ordinal);
        Assert.Equal([folder["shots"]], Directory.GetFileSystemEntries(folder["."]).Select(Path.GetFullPath));
    }

    [Fact]
    public async Task LastLine_IsTheCommandThatBuilds()
    {
        await Pictures("shots", 5);

        CommandLineRun run = await CommandLineRun.Of("init", folder["shots"], "--recipes", folder["my.yaml"]);

        Assert.EndsWith($"Look at it, then: spikedata build -r {folder["my.yaml"]}{Environment.NewLine}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaAndGitignore_AreWrittenBesideIt()
    {
        await Pictures("shots", 5);

        await Run("init", folder["shots"]);

        Assert.StartsWith("# yaml-language-server: $schema=datasets.schema.json\n", await Recipe(), StringComparison.Ordinal);
        Assert.Equal(RecipeJsonSchema.Write(StageCatalog.Shipped.Schemas), await File.ReadAllTextAsync(folder["datasets.schema.json"], TestContext.Current.CancellationToken));
        Assert.Contains("artifacts/\n", await File.ReadAllTextAsync(folder[".gitignore"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaAndGitignoreOfOthers_AreLeft_AndThatIsSaid()
    {
        await Pictures("shots", 5);
        foreach (string file in (string[])["datasets.schema.json", ".gitignore"]) await File.WriteAllTextAsync(folder[file], "mine", TestContext.Current.CancellationToken);

        CommandLineRun run = await CommandLineRun.Of("init", folder["shots"], "--recipes", folder["my.yaml"]);

        foreach (string file in (string[])["datasets.schema.json", ".gitignore"]) Assert.Equal("mine", await File.ReadAllTextAsync(folder[file], TestContext.Current.CancellationToken));
        Assert.Contains("Add the line artifacts/ to it", run.Output, StringComparison.Ordinal);
        Assert.Contains("- my.schema.json is written", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("# yaml-language-server: $schema=my.schema.json\n", await File.ReadAllTextAsync(folder["my.yaml"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("artifacts")]
    [InlineData("bin/\n/artifacts/\n")]
    [InlineData("**/artifacts/*\r\n")]
    public async Task GitignoreThatNamesTheData_IsEnough(string text)
    {
        await Pictures("shots", 5);
        await File.WriteAllTextAsync(folder[".gitignore"], text, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(".gitignore", (await Run("init", folder["shots"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClipsOfSeveralShapesAndRates_AreNotBent_AndThatIsSaid()
    {
        await Pictures("set/wide", 5, width: 32, height: 16);
        await Pictures("set/tall", 5, width: 16, height: 32);

        CommandLineRun run = await Run("init", folder["set"]);

        Assert.DoesNotContain("size:", await Recipe(), StringComparison.Ordinal);
        Assert.Contains("- clips differ in shape (tall 16x32, wide 32x16), so each keeps its size.", run.Output, StringComparison.Ordinal);
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
        foreach (string file in files.Split(' ')) await Picture($"set/{file}", 16, 16);

        FootageTree tree = FootageTree.Find(folder["set"])!;

        Assert.Equal((folder[$"set/{pattern}"], said), (tree.Pattern, tree.Remark));
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

        await Run("init", folder["GOPRO"], "--frames-per-second", "240");
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
        foreach (string file in (string[])["set/a/0.png", "set/b/c/0.png"]) await Picture(file, 16, 16);

        Assert.Contains("SPIKE427", (await Run("init", folder["set"])).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PathWithBraces_IsSaid()
    {
        await Pictures("a {1}", 1);

        Assert.Contains("error SPIKE128: Its path holds braces", (await Run("init", folder["a {1}"])).Error, StringComparison.Ordinal);
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

    async Task Pictures(string place, int count, int width = 16, int height = 16)
    {
        for (int frame = 0; frame < count; frame++) await Picture($"{place}/{frame:000}.png", width, height);
    }

    Task Picture(string file, int width, int height)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder[file])!);
        return File.WriteAllBytesAsync(folder[file], Png.Color(new byte[3 * width * height], height, width), TestContext.Current.CancellationToken);
    }
}
