using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using SpikeData.Compute;
using SpikeData.Imaging;
using SpikeData.Pipelines;

namespace SpikeData.Cli.Tests;

/// <summary>Manifests that nobody wrote in good faith, given to every command that takes one: it ends with an answer or an error for people, and touches nothing beside its target.</summary>
public sealed partial class HostileManifestTests : IDisposable
{
    const string On = "ON", Samples = "samples";
    const int Side = 64;

    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "clip/*.png", frames: 0..20 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3 }
            - extract-sharp: { frames: 3 }
            - write
        models:
          small:
            dataset: tiny
            train:
              - bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 1, width: 2 }
          plain:
            dataset: tiny
            train: []
            evaluate: [ single-frame ]
        """;

    /// <summary>How many are tried; SPIKEDATA_FUZZ asks for more.</summary>
    static readonly long Tries = long.TryParse(Environment.GetEnvironmentVariable("SPIKEDATA_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out long asked) ? asked : 2000;

    static readonly string[] Pieces =
    [
        "null", "true", "-1", "0", "1e999", "99999999999999999999", "2147483648", "0.5", "NaN", "{}", "[]", "[null]", "\"\"", "\"../../victim/thesis.tex\"", "\"..\"",
        "\"/etc/passwd\"", "\"C:\\\\x\"", "\"a\\\\..\\\\b\"", "\"aux\"", "\"con.\"", "\"-rf\"", "\"manifest.json\"", "\"preview.png\"", "\"two\\nlines\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"<script>\"", "\"blur\"", "\"spike\"", "\"Clips\"", "\"clips\"", "\"PATH\"",
    ];

    readonly TemporaryFolder folder = new();

    /// <summary>Those that only look at a manifest, those that build and remove by it, and those that learn from its files; each is drawn so often.</summary>
    static readonly (int Share, string[] Line)[] Commands =
    [
        (6, ["inspect", "SET"]), (6, ["convert", "SET", "OUT"]), (6, ["verify", "tiny", On]), (6, ["verify", "tiny", "--repair", On]), (4, ["gc", "--older-than", "0", On]), (2, ["gc", "--dry-run", On]),
        (6, ["why", "tiny", On]), (6, ["list", On]), (6, [Samples]), (4, ["build", "tiny", On]), (2, ["lock", "tiny", On]), (1, ["train", "small", On]), (1, ["evaluate", "plain", On]),
    ];

    [Fact]
    public async Task AnyManifest_IsUsedOrRefused_AndNothingOutsideIsTouched()
    {
        Directory.CreateDirectory(folder["clip"]);
        for (int frame = 0; frame <= 20; frame++)
            File.WriteAllBytes(folder[$"clip/{frame:D3}.png"], Png.Color([.. Enumerable.Range(0, Side * Side * 3).Select(code => (byte)((code / 5 * 11) + (7 * frame)))], Side, Side));
        await File.WriteAllTextAsync(folder["datasets.yaml"], Recipes, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandLineRun.Of(Line(["build", On]))).ExitCode);
        Assert.Equal(0, (await CommandLineRun.Of(Line(["train", "small", On]))).ExitCode);
        // What the store keeps to make spikes faster may go at any time, and the first 'gc' would take it.
        Assert.Equal(0, (await CommandLineRun.Of(Line(["gc", "--older-than", "0", On]))).ExitCode);
        Directory.CreateDirectory(folder["victim"]);
        await File.WriteAllTextAsync(folder["victim/thesis.tex"], "years of work", TestContext.Current.CancellationToken);
        string manifest = folder["artifacts/datasets/tiny/manifest.json"], sound = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        Dictionary<string, byte[]> tiny = Content("artifacts/datasets/tiny"), outside = Outside();
        Gen<string[]> command = Gen.Frequency([.. Commands.Select(command => (command.Share, (IGen<string[]>)Gen.Const(command.Line)))]);

        await Gen.Select(Hostile(sound), command).SampleAsync(async (hostile, command) =>
        {
            Restore(tiny);
            await File.WriteAllBytesAsync(manifest, hostile);

            CommandLineRun run = command is [Samples] ? await ReadSamples() : await CommandLineRun.Of(Line(command));

            Assert.InRange(run.ExitCode, 0, 1);
            Assert.DoesNotContain("SPIKE439", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("SPIKE410", run.Error, StringComparison.Ordinal);
            if (Directory.Exists(folder["out"])) Directory.Delete(folder["out"], recursive: true);
            Dictionary<string, byte[]> after = Outside();
            Assert.Equal(outside.Keys.Order(), after.Keys.Order());
            Assert.All(outside, file => Assert.Equal(file.Value, after[file.Key]));
            if (command[0] == "build") Assert.All(tiny, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
        }, iter: Tries, threads: 1);
    }

    string[] Line(string[] words) => [.. words.SelectMany(word => word switch
    {
        On => ["-r", folder["datasets.yaml"], "--device", "cpu"],
        "SET" => [folder["artifacts/datasets/tiny"]],
        "OUT" => [folder["out"]],
        _ => (string[])[word],
    })];

    /// <summary>What a program of one's own does: every file of every sample. Only errors for people may come out.</summary>
    async Task<CommandLineRun> ReadSamples()
    {
        try
        {
            await foreach (Sample sample in new Dataset(RecipeFile.Read(folder["datasets.yaml"], StageCatalog.Shipped).Pipelines[0]).Samples(folder["artifacts/datasets/tiny"]))
            {
                sample.ReadBlur();
                sample.ReadSpikes();
                sample.ReadSharp();
            }

            return new(0, "", "");
        }
        catch (SpikeDataException refused)
        {
            return new(1, "", refused.Message);
        }
    }

    public void Dispose() => folder.Dispose();

    /// <summary>A manifest of which some words are others, or some bytes.</summary>
    static Gen<byte[]> Hostile(string sound)
    {
        Match[] words = [.. Words().Matches(sound).Cast<Match>()];
        Gen<byte[]> replaced =
            from places in Gen.Int[0, words.Length - 1].Array[1, 3]
            from pieces in Gen.Int[0, Pieces.Length - 1].Array[3]
            select Encoding.UTF8.GetBytes(places.Distinct().OrderDescending().Index()
                .Aggregate(sound, (text, place) => string.Concat(text.AsSpan(0, words[place.Item].Index), Pieces[pieces[place.Index]], text.AsSpan(words[place.Item].Index + words[place.Item].Length))));
        return Gen.Frequency((3, replaced), (1, HostileBytes.Damaged(Encoding.UTF8.GetBytes(sound))));
    }

    [GeneratedRegex("\"(?:[^\"\\\\]|\\\\.)*\"|-?[0-9][0-9.e+-]*|null|true|false")]
    private static partial Regex Words();

    /// <summary>Everything that no command may touch here.</summary>
    Dictionary<string, byte[]> Outside() =>
        Content("victim").Concat(Content("clip")).Concat(Content("artifacts/store").Where(file => !Own.Any(name => file.Key.Contains($"/store/{name}/", StringComparison.Ordinal)))).ToDictionary();

    /// <summary>What the store keeps for itself, and writes as it likes.</summary>
    static readonly string[] Own = ["locks", "sources", "stamps", "users", "drafts", "products", "light"];

    Dictionary<string, byte[]> Content(string name) =>
        Directory.EnumerateFiles(folder[name], "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "clip.stamps").ToDictionary(file => file, File.ReadAllBytes);

    /// <summary>The data set as it was built.</summary>
    void Restore(Dictionary<string, byte[]> files)
    {
        foreach (string other in Directory.EnumerateFiles(folder["artifacts/datasets/tiny"], "*", SearchOption.AllDirectories).Where(path => !files.ContainsKey(path))) File.Delete(other);
        foreach ((string path, byte[] content) in files)
        {
            if (File.Exists(path) && content.AsSpan().SequenceEqual(File.ReadAllBytes(path))) continue;
            File.Delete(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, content);
        }
    }
}
