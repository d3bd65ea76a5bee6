namespace SpikeData.Cli.Tests;

/// <summary><c>lock</c>, <c>verify</c> and <c>gc</c>: what keeps data the same over time.</summary>
public sealed class StoreCommandTests : IDisposable
{
    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "clip.mp4", frames: 20..30, size: 64x36 }
            - expose: { frames: 3, skip: 1 }
            - synthesize-blur
            - write
        """;

    readonly TemporaryFolder folder = new();

    public StoreCommandTests()
    {
        File.Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4")), folder["clip.mp4"]);
        Write(Recipes);
    }

    [Fact]
    public async Task LockedRecipe_Builds_AndAChangedOneDoesNot()
    {
        Assert.Contains("SPIKE416", (await Run("build", "--locked")).Error, StringComparison.Ordinal);
        CommandLineRun locked = await Run("lock");
        Assert.Equal(("", 0), (locked.Error, locked.ExitCode));
        Assert.Contains($"{folder["datasets.lock"]} names tiny; commit it.", locked.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("build", "--locked")).ExitCode);

        Write(Recipes.Replace("frames: 3", "frames: 2"));
        CommandLineRun drifted = await Run("build", "--locked");
        Assert.Equal(1, drifted.ExitCode);
        Assert.Contains("datasets.yaml(4,7): error SPIKE417: 'tiny' is not what was locked: expose.frames: 3 is now 2.", drifted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DamagedFile_IsNamed_AndRepaired()
    {
        await Run("build");
        Assert.Equal("Every file has the bytes it was written with.", (await Run("verify")).Output.Trim());
        string file = folder["artifacts/datasets/tiny/blur_data/clip/000001.png"];
        File.Delete(file);
        File.WriteAllText(file, "rot");

        CommandLineRun verify = await Run("verify", "tiny");
        Assert.Equal((1, "Damaged files: 1."), (verify.ExitCode, verify.Output.Trim()));
        Assert.StartsWith($"{file}: error SPIKE419: The file has 3 bytes, was written with", verify.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify", "--repair")).ExitCode);
        Assert.Contains("built in", (await Run("build")).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("verify")).ExitCode);
    }

    [Fact]
    public async Task ClipsOfAnOlderRecipe_AreCollected()
    {
        await Run("build");
        Write(Recipes.Replace("frames: 3", "frames: 2"));
        await Run("build");
        Assert.Matches(@"^Removed 0 clips, 0.0 MB. 1 unused clip is younger than 1 day and kept.\s*$", (await Run("gc")).Output);
        Assert.Matches(@"^[0-9a-f]{12} clip, 0.\d MB, recorded 0 minutes ago: no recipe asks for it and no data set below .*\s+Would remove 1 clip, ", (await Run("gc", "--dry-run", "--older-than", "0")).Output);
        Assert.Contains("Removed 1 clip, ", (await Run("gc", "--older-than", "0")).Output, StringComparison.Ordinal);
        Assert.StartsWith("Removed 0 clips, ", (await Run("gc", "--older-than", "0h")).Output, StringComparison.Ordinal);
        Assert.Contains("up to date", (await Run("build")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--output", "gc", "--older-than", "0")]
    [InlineData("--store", "gc", "--older-than", "0")]
    [InlineData("--output", "verify")]
    [InlineData("--store", "verify", "--repair")]
    public async Task FolderThatIsMistyped_IsRefused_AndNothingIsCollected(string option, params string[] command)
    {
        await Run("build");
        CommandLineRun run = await Run([.. command, option, folder["typo"]]);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE496: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("up to date", (await Run("build")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClipsThatTheRecipeAsksFor_AreKept_WhateverHappenedToTheDataSet()
    {
        await Run("build");
        Directory.Delete(folder["artifacts/datasets"], recursive: true);
        Directory.Delete(folder["artifacts/store/users"], recursive: true);
        Directory.CreateDirectory(folder["artifacts/datasets/other"]);
        Assert.StartsWith("Removed 0 clips, ", (await Run("gc", "--older-than", "0")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("-1d")]
    public async Task AgeThatIsNone_IsMisuse(string age) => Assert.Equal(2, (await Run("gc", "--older-than", age)).ExitCode);

    void Write(string recipes) => File.WriteAllText(folder["datasets.yaml"], recipes);

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);

    public void Dispose() => folder.Dispose();
}
