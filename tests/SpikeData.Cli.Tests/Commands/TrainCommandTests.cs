using System.Text.Json;

namespace SpikeData.Cli.Tests;

/// <summary>A model from data to report, as small as it can be.</summary>
public sealed class TrainCommandTests : IDisposable
{
    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "CLIP", frames: 20..50, size: 64x64 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3 }
            - extract-sharp: { frames: 3 }
            - write
        models:
          first:
            dataset: tiny
            train:
              - bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 2, width: 2 }
              - edsr: { epochs: 1, batch: 2, crop: 8, width: 2, blocks: 1 }
              - ldn: { epochs: 1, batch: 2, crop: 8, frames: 2, spikes: 5, short-ticks: 3, perceptual: l1, teacher: frame, denoises-long: true, width: 2 }
            evaluate: [ single-frame, sequence ]
          second:
            dataset: tiny
            train:
              - bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 1, width: 2 }
        """;

    readonly TemporaryFolder folder = new();
    readonly string clip = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4"));

    [Fact]
    public async Task Model_IsTrainedMeasuredAndUsed()
    {
        await Train(Recipes);
        Assert.Contains("first: ldn is up to date", (await Run("train", "first")).Output, StringComparison.Ordinal);

        CommandLineRun report = await Run("evaluate", "first", "--format", "json");
        Assert.Equal(("", 0), (report.Error, report.ExitCode));
        using JsonDocument parsed = JsonDocument.Parse(report.Output);
        string[] rows = [.. parsed.RootElement.GetProperty("rows").EnumerateArray().Select(row => $"{row.GetProperty("table")}: {row.GetProperty("name")}")];
        string[] names = ["Blurry input", "Raw SDM", "Teacher (SDM)", "I-4 LDN (S-SDM)", "I-1 TFP", "I-2 BSN", "I-3 BSN + EDSR"];
        Assert.Equal([.. names.Select(name => $"Single frame: {name}"), .. names.Select(name => $"Sequence: {name}")], rows);
        Assert.All(["report.json", "report.md", "pictures.png", "metrics.jsonl", "ldn.png"], file => Assert.True(File.Exists(folder[$"artifacts/models/first/{file}"]), file));
    }

    [Fact]
    public async Task EveryModelAtHand_IsMeasuredUnlessOneIsNamed()
    {
        await Train(Recipes);
        Assert.Equal(0, (await Run("train", "second")).ExitCode);
        string text = (await Run("evaluate")).Output, tables = (await Run("evaluate", "--format", "markdown")).Output;
        Assert.Contains("first on tiny: 1 held-out exposures", text, StringComparison.Ordinal);
        Assert.Contains("second on tiny: 1 held-out exposures", text, StringComparison.Ordinal);
        Assert.Contains("| I-4 LDN (S-SDM) | the light network alone, in color |", tables, StringComparison.Ordinal);
        using JsonDocument both = JsonDocument.Parse((await Run("evaluate", "--format", "json")).Output);
        Assert.Equal(2, both.RootElement.GetArrayLength());
    }

    /// <summary>The scripts' --spike_full: spikes as large as pictures, for which no network has to enlarge anything; and half as large.</summary>
    [Theory]
    [InlineData(1, new[] { "Blurry input", "Raw SDM", "Teacher (SDM)", "I-4 LDN (S-SDM)", "I-1 TFP", "I-2 BSN" }, "")]
    [InlineData(2, new[] { "Blurry input", "Raw SDM", "Teacher (SDM)", "I-4 LDN (S-SDM)", "I-1 TFP", "I-2 BSN", "I-3 BSN + EDSR" }, "nearest neighbor")]
    public async Task SpikesOfAnotherScale_AreTrainedMeasuredAndUsed(int scale, string[] names, string enlarged)
    {
        string recipes = Recipes.Replace("margin: 3", $"margin: 3, scale: {scale}", StringComparison.Ordinal);
        if (scale == 1) recipes = recipes.Replace("      - edsr: { epochs: 1, batch: 2, crop: 8, width: 2, blocks: 1 }\n", "", StringComparison.Ordinal);
        await Train(recipes);

        CommandLineRun report = await Run("evaluate", "first", "--format", "json");
        Assert.Equal(("", 0), (report.Error, report.ExitCode));
        using JsonDocument parsed = JsonDocument.Parse(report.Output);
        JsonElement[] rows = [.. parsed.RootElement.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("table").GetString() == "Single frame")];
        Assert.Equal(names, rows.Select(row => row.GetProperty("name").GetString()));
        Assert.Equal(enlarged, rows.First(row => row.GetProperty("name").GetString() == "I-1 TFP").GetProperty("enlarged").GetString() ?? "");

        string data = folder["artifacts/datasets/tiny"], label = Path.GetFileNameWithoutExtension(Directory.GetFiles(Path.Combine(data, "spike_data/cockatoo"), "*.dat")[0]);
        CommandLineRun deblurred = await CommandLineRun.Of(
            "deblur", "--blur", $"{data}/blur_data/cockatoo/{label}.png", "--spikes", $"{data}/spike_data/cockatoo/{label}.dat",
            "--model", folder["artifacts/models/first"], "--margin", "3", "--count", "2", "--output", folder["sharp"]);
        Assert.Equal(("", $"{folder["sharp"]}: 2 pictures of 64x64, evenly spread over the exposure\n", 0), (deblurred.Error, deblurred.Output, deblurred.ExitCode));
        Assert.Equal(2, Directory.GetFiles(folder["sharp"], "*.png").Length);
    }

    [Fact]
    public async Task TheOnlyModel_NeedsNoName_AndItsDataAreBuilt()
    {
        string recipes = $"{Recipes[..Recipes.IndexOf("  first:", StringComparison.Ordinal)]}{Recipes[Recipes.IndexOf("  second:", StringComparison.Ordinal)..]}";
        await Write(recipes);
        Assert.Contains("error SPIKE415: ", (await Run("train", "--no-build")).Error, StringComparison.Ordinal);
        CommandLineRun run = await Run("train");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Matches(@"^tiny: \d+ samples built in [^\n]*\nsecond: \d+ exposures to learn from", run.Output);
        Assert.Matches(@"models:\nsecond +trained; \d+\.\d kB, in .*artifacts/models/second\n$", (await Run("list")).Output);

        await Write(recipes.Replace("width: 2", "width: 3", StringComparison.Ordinal));
        Assert.Equal("second is out of date:\n  bsn: bsn.width: 2 is now 3\n", (await Run("why", "second")).Output);
        await Write(recipes.Replace("skip: 1", "skip: 2", StringComparison.Ordinal));
        await Run("build");
        Assert.Equal("second is out of date:\n  bsn: data set: another one since\n", (await Run("why", "second")).Output);
    }

    [Theory]
    [InlineData("There are several models, so name one: first, second.", Recipes)]
    [InlineData("There is no model in this file", "datasets: {}")]
    public async Task WithoutTheOnlyModel_ANameIsAskedFor(string explanation, string recipes)
    {
        await Write(recipes);
        CommandLineRun run = await Run("train");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"error SPIKE143: {explanation}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SpikesOfAScaleThatNoNetworkTakes_AreAnError()
    {
        await File.WriteAllTextAsync(folder["datasets.yaml"], Recipes.Replace("margin: 3", "margin: 3, scale: 8", StringComparison.Ordinal).Replace("CLIP", clip.Replace('\\', '/'), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run("build")).ExitCode);
        CommandLineRun run = await Run("train", "first");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("error SPIKE510: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsWithoutANetwork_AreMeasuredWithoutTraining()
    {
        const string Evaluation = "evaluate: [ single-frame, single-frame: { enlarge: bilinear } ]";
        string recipes = $"{Recipes[..Recipes.IndexOf("models:", StringComparison.Ordinal)]}models:\n  plain:\n    dataset: tiny\n    train: []\n    {Evaluation}\n";
        await File.WriteAllTextAsync(folder["datasets.yaml"], recipes.Replace("CLIP", clip.Replace('\\', '/'), StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run("build")).ExitCode);
        string text = (await Run("evaluate")).Output;
        Assert.Contains("I-1 TFP: enlarged by nearest neighbor.", text, StringComparison.Ordinal);
        Assert.Contains("I-1 TFP: enlarged by bilinear interpolation.", text, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    Task Write(string recipes) => File.WriteAllTextAsync(folder["datasets.yaml"], recipes.Replace("CLIP", clip.Replace('\\', '/')));

    async Task<CommandLineRun> Train(string recipes)
    {
        await Write(recipes);
        Assert.Equal(0, (await Run("build")).ExitCode);
        CommandLineRun run = await Run("train", "first");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Matches(@"ldn: step 1 of \d+  loss .*samples/s  00:\d\d left", run.Output);
        return run;
    }

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);
}
