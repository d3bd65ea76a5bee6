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

    public void Dispose() => folder.Dispose();

    async Task<CommandLineRun> Train(string recipes)
    {
        await File.WriteAllTextAsync(folder["datasets.yaml"], recipes.Replace("CLIP", clip.Replace('\\', '/')));
        Assert.Equal(0, (await Run("build")).ExitCode);
        CommandLineRun run = await Run("train", "first");
        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.Matches(@"ldn: step 1 of \d+  loss .*samples/s  00:\d\d left", run.Output);
        return run;
    }

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"]]);
}
