using System.Text.Json;

namespace SpikeData.Cli.Tests;

/// <summary><c>list</c>, <c>why</c>, <c>open</c>, <c>clean</c>, and what <c>gc</c> says of renamed sets: what there is, and how it goes away.</summary>
public sealed class StatusCommandTests : IDisposable
{
    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "{clip}.mp4", frames: 20..30, size: 64x36 }
            - expose: { frames: 3, skip: 1 }
            - synthesize-blur
            - write
        models:
          first:
            dataset: tiny
            train: [ bsn: { epochs: 1, batch: 1, crop: 16, ticks: 3, instants: 1, width: 2 } ]
        """;

    readonly TemporaryFolder folder = new();

    public StatusCommandTests()
    {
        AddClip("bird");
        Write(Recipes);
    }

    [Fact]
    public async Task DataSet_IsMissingPartialUpToDateAndStale_OneAfterTheOther()
    {
        Assert.Equal("missing", await State());
        await Run("build");
        Assert.Equal("up-to-date", await State());
        Assert.Matches(@"^tiny +up to date; 3 samples, \d+\.\d kB, in .*artifacts/datasets/tiny\n", (await Run("list")).Output);
        Write(Recipes.Replace("frames: 3", "frames: 2"));
        Assert.Matches("^tiny +stale: bird: expose.frames: 3 is now 2; 3 samples, ", (await Run("status")).Output);
        Write(Recipes);
        await Run("clean", "tiny");
        AddClip("cat");
        Assert.Equal("partial", await State());
        Assert.StartsWith("tiny   partly built: 1 of 2 clips\n", (await Run("list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FailedBuild_IsRemembered_UntilOneSucceeds_OrTheRecipeIsAnother()
    {
        string broken = Recipes.Replace("frames: 3, skip", "frames: 4, skip").Replace("    - write", "    - extract-sharp: { frames: 3 }\n    - write");
        Write(broken);
        Assert.Equal(1, (await Run("build")).ExitCode);
        Assert.Equal("failed", await State());
        Assert.StartsWith("tiny   failed: SPIKE413: ", (await Run("list")).Output, StringComparison.Ordinal);
        Write(Recipes);
        Assert.Equal("missing", await State());
        Write(broken);
        File.Delete(folder["bird.mp4"]);
        Assert.Equal("no-source", await State());
    }

    /// <summary>The claim is written as a build on another machine would write it; nothing here can say that it is gone.</summary>
    [Fact]
    public async Task DataSetThatSomebodyBuilds_NamesWhoDoes()
    {
        await Run("build");
        string owner = """{"host":"lab3","boot":"","processes":"","process":4711,"started":1,"id":"x"}""";
        await File.WriteAllTextAsync(folder["artifacts/datasets/tiny.claim"], owner, TestContext.Current.CancellationToken);
        Assert.StartsWith("tiny   being built by process 4711 on lab3: 1 of 1 clip; 3 samples", (await Run("list")).Output, StringComparison.Ordinal);
        File.SetLastWriteTimeUtc(folder["artifacts/datasets/tiny.claim"], DateTime.UtcNow.AddHours(-1));
        Assert.Equal("up-to-date", await State());
    }

    [Fact]
    public async Task Why_ExplainsSeveralDataSetsAndModels()
    {
        await Run("build");
        CommandLineRun run = await Run("why", "first", "tiny");
        Assert.Equal("tiny is up to date.\nfirst is out of date:\n  bsn: not trained yet\n", run.Output);
        Assert.Contains("SPIKE121", (await Run("why", "frist")).Error, StringComparison.Ordinal);
        File.Delete(folder["bird.mp4"]);
        Assert.Matches("^tiny cannot be made yet:\n  .*{clip}.mp4", (await Run("why")).Output);
    }

    [Fact]
    public async Task ClipsThatAreRenamedAddedOrRemoved_AreSaidToBeThat()
    {
        await Run("build");
        File.Move(folder["bird.mp4"], folder["parrot.mp4"]);
        Assert.StartsWith("tiny is out of date:\n  name of a clip: bird is now parrot\n", (await Run("why", "tiny")).Output, StringComparison.Ordinal);
        await File.AppendAllTextAsync(folder["parrot.mp4"], "more", TestContext.Current.CancellationToken);
        Assert.StartsWith("tiny is out of date:\n  clip parrot was added\n  clip bird was removed\n", (await Run("why", "tiny")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Open_SaysWhereTheFileLies_AndWhatToDoWhereThereIsNone()
    {
        Assert.Contains("error SPIKE140: There is nothing of 'tiny' to open yet. Make it: spikedata build tiny", (await Run("open", "tiny")).Error, StringComparison.Ordinal);
        Assert.Contains("spikedata train first", (await Run("open", "first")).Error, StringComparison.Ordinal);
        await Run("build");
        string set = folder["artifacts/datasets/tiny"];
        Assert.Equal(Path.Combine(set, "preview.png"), (await Run("open", "tiny")).Output.Trim());
        Assert.Equal(Path.Combine(set, "README.md"), (await Run("open", "tiny", "--what", "card")).Output.Trim());
        Assert.Equal(set, (await Run("open", "tiny", "--what", "folder")).Output.Trim());
    }

    [Fact]
    public async Task Clean_RemovesWhatWasBuilt_AndTheStoreMakesItAgain()
    {
        await Run("build");
        string set = folder["artifacts/datasets/tiny"];
        string[] before = Directory.GetFiles(set, "*", SearchOption.AllDirectories);
        Assert.Matches(@"tiny: would remove 6 files\n  blur_data/bird/: 3 files\n  preview.png\n  README.md\n  manifest.json\n$", (await Run("clean", "tiny", "--dry-run")).Output);
        Assert.Equal(before, Directory.GetFiles(set, "*", SearchOption.AllDirectories));
        Assert.Equal(0, (await Run("clean", "tiny")).ExitCode);
        Assert.False(Directory.Exists(set));
        Assert.Single(Directory.GetFiles(folder["artifacts/store"], "clip.json", SearchOption.AllDirectories));
        await Run("build");
        Assert.Equal(before.Order(), Directory.GetFiles(set, "*", SearchOption.AllDirectories).Order());
    }

    [Fact]
    public async Task Clean_LeavesWhatOthersPutThereOrChanged()
    {
        await Run("build");
        string set = folder["artifacts/datasets/tiny"];
        string changed = Path.Combine(set, "blur_data/bird/000001.png"), mine = Path.Combine(set, "blur_data/mine.txt"), card = Path.Combine(set, "README.md");
        File.Delete(changed);
        foreach (string file in new[] { changed, mine, card }) await File.WriteAllTextAsync(file, "mine", TestContext.Current.CancellationToken);
        CommandLineRun run = await Run("clean", "tiny", "--json");
        Assert.Equal(new[] { changed, mine, card }.Order(), Directory.GetFiles(set, "*", SearchOption.AllDirectories).Order());
        using JsonDocument report = JsonDocument.Parse(run.Output);
        string[] kept = [.. report.RootElement.GetProperty("datasets")[0].GetProperty("kept").EnumerateArray().Select(name => name.GetString()!)];
        Assert.Equal(["README.md", "blur_data/bird/000001.png", "blur_data/mine.txt"], kept);
    }

    [Theory]
    [InlineData("tinny")]
    [InlineData("../datasets/tiny")]
    [InlineData("..")]
    public async Task Clean_OfSomethingElse_RemovesNothing(string name)
    {
        await Run("build");
        CommandLineRun run = await Run("clean", "tiny", name);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE142: ", run.Error, StringComparison.Ordinal);
        Assert.Equal("up-to-date", await State());
    }

    [Fact]
    public async Task Clean_OfALinkedFolder_RemovesNothing()
    {
        await Run("build");
        string set = folder["artifacts/datasets/tiny"], elsewhere = folder["elsewhere"];
        Directory.Move(set, elsewhere);
        Directory.CreateSymbolicLink(set, elsewhere);
        Assert.Contains("error SPIKE408: ", (await Run("clean", "tiny")).Error, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(elsewhere, "manifest.json")));
    }

    [Fact]
    public async Task RenamedDataSet_LeavesAStray_ThatGcNames_AndCleanRemoves()
    {
        await Run("build");
        Write(Recipes.Replace("tiny", "little"));
        await Run("build");
        CommandLineRun gc = await Run("gc");
        string place = Shown.Place(folder["artifacts/datasets/tiny"]);
        Assert.Contains($"{place}: no recipe of datasets.yaml names this data set. If no other file does: spikedata clean tiny --recipes {folder["datasets.yaml"]}\n", gc.Output, StringComparison.Ordinal);
        Assert.True(Directory.Exists(folder["artifacts/datasets/tiny"]));
        Assert.Equal(0, (await Run("clean", "tiny")).ExitCode);
        Assert.DoesNotContain("spikedata clean", (await Run("gc")).Output, StringComparison.Ordinal);
    }

    void AddClip(string name) => File.Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4")), folder[$"{name}.mp4"]);

    void Write(string recipes) => File.WriteAllText(folder["datasets.yaml"], recipes);

    async Task<string> State()
    {
        using JsonDocument report = JsonDocument.Parse((await Run("list", "--json")).Output);
        return report.RootElement.GetProperty("datasets")[0].GetProperty("state").GetString()!;
    }

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);

    public void Dispose() => folder.Dispose();
}
