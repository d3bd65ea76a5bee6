using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VerifyXunit;

namespace SpikeData.Cli.Tests;

/// <summary>The reports for programs: their fields are those of docs/json.md and of the snapshot, so that none changes its name unnoticed.</summary>
public sealed partial class JsonReportTests : IDisposable
{
    const string Before = """
        datasets:
          tiny:
            - decode: { from: "{clip}.mp4", frames: 20..50, size: 64x64 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3, noise: none }
            - extract-sharp: { frames: 3 }
            - write
          old:
            extends: tiny
            stages: [simulate-spikes: { margin: 3 }]
        models:
          first:
            dataset: tiny
            train: [ bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 2, width: 2 } ]
          plain:
            dataset: tiny
            train: []
        """;

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task EveryReport_HasTheFieldsOfItsPage()
    {
        Dictionary<string, string> reports = await Reports();
        Dictionary<string, JsonNode> page = Page();
        Assert.Equal(page.Keys.Order(StringComparer.Ordinal), reports.Keys.Order(StringComparer.Ordinal));
        List<string> fields = [];
        foreach ((string command, string report) in reports.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            string[] found = FieldsOf(JsonNode.Parse(report)!);
            Assert.Equal([command, .. FieldsOf(page[command])], [command, .. found]);
            fields.Add($"{command}\n  {string.Join("\n  ", found)}\n");
        }

        await Verifier.Verify(string.Concat(fields));
    }

    /// <summary>A recipe file of which everything is built, and that is another one since.</summary>
    async Task<Dictionary<string, string>> Reports()
    {
        File.Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4")), folder["bird.mp4"]);
        await Write(Before.Replace("frames: 5", "frames: 3"));
        await Report("build", "tiny");
        await Write(Before);
        await Report("build");
        await Report("train", "first");
        string weights = folder["artifacts/models/first/bsn.safetensors"], set = folder["artifacts/datasets/tiny"];
        await Write(Before.Replace("  old:", "  new:").Replace("  size: 64x64", "size: 64x64").Replace("frames: 5", "frames: 3").Replace("width: 2", "width: 3"));
        string picture = Path.Combine(set, "blur_data/bird/000002.png");
        Dictionary<string, string> reports = new()
        {
            ["list"] = await Report("list", "--json"),
            ["why"] = await Report("why", "--json"),
            ["open"] = await Report("open", "tiny", "--json"),
            ["gc"] = await Report("gc", "--older-than", "0", "--dry-run", "--json"),
            ["stages"] = await Run("stages", "simulate-spikes", "--json"),
            ["devices"] = await Run("devices", "--json"),
            ["explain"] = await Run("explain", "SPIKE415", "--json"),
            ["inspect VIDEO"] = await Run("inspect", folder["bird.mp4"], "--json"),
            ["inspect PICTURE"] = await Run("inspect", picture, "--json"),
            ["inspect RECORDING"] = await Run("inspect", Path.Combine(set, "spike_data/bird/000008.dat"), "--json"),
            ["inspect FOLDER"] = await Run("inspect", set, "--json"),
            ["weights show"] = await Run("weights", "show", weights, "--json"),
            ["evaluate"] = await Report("evaluate", "plain", "--json"),
        };
        File.Delete(picture);
        reports["verify"] = await Report("verify", "tiny", "--json");
        reports["clean"] = await Report("clean", "old", "--json");
        return reports;
    }

    Task Write(string recipes) => File.WriteAllTextAsync(folder["datasets.yaml"], recipes);

    Task<string> Report(params string[] args) => Run([.. args, "--recipes", folder["datasets.yaml"]]);

    static async Task<string> Run(params string[] args)
    {
        CommandLineRun run = await CommandLineRun.Of(args);
        Assert.True(run.ExitCode == 0 || args[0] == "verify", run.Error);
        return run.Output;
    }

    /// <summary>The example of each command, which follows its heading.</summary>
    static Dictionary<string, JsonNode> Page([CallerFilePath] string here = "") =>
        Example().Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "../../../docs/json.md")))
            .ToDictionary(match => match.Groups[1].Value, match => JsonNode.Parse(match.Groups[2].Value)!);

    /// <summary>The names of all fields with the path to them, and the kinds of their values; items of a list count as one.</summary>
    static string[] FieldsOf(JsonNode report) => [.. Fields("", report).Distinct().Order(StringComparer.Ordinal)];

    static IEnumerable<string> Fields(string path, JsonNode? node) => node switch
    {
        JsonObject members when path.EndsWith("facts", StringComparison.Ordinal) => [$"{path}: facts by name"],
        JsonObject members => members.SelectMany(member => Fields(path.Length == 0 ? member.Key : $"{path}.{member.Key}", member.Value)),
        JsonArray items => items.Count == 0 ? [] : items.SelectMany(item => Fields($"{path}[]", item)),
        null => [],
        _ => [$"{path}: {node.GetValueKind() switch { System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False => "Boolean", var kind => $"{kind}" }}"],
    };

    [GeneratedRegex("^## ([^\\n]+)\\n.*?```json\\n(.*?)```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Example();

    public void Dispose() => folder.Dispose();
}
