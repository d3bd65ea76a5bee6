using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CsCheck;

namespace SpikeData.Cli.Tests;

/// <summary>Manifests that nobody wrote in good faith, given to every command that takes one: it ends with an answer or an error for people, and touches nothing beside its target.</summary>
public sealed partial class HostileManifestTests : IDisposable
{
    /// <summary>How many are tried; SPIKEDATA_FUZZ asks for more.</summary>
    static readonly long Tries = long.TryParse(Environment.GetEnvironmentVariable("SPIKEDATA_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out long asked) ? asked : 2000;

    static readonly string[] Pieces =
    [
        "null", "true", "-1", "0", "1e999", "99999999999999999999", "2147483648", "0.5", "NaN", "{}", "[]", "[null]", "\"\"", "\"../../victim/thesis.tex\"", "\"..\"",
        "\"/etc/passwd\"", "\"C:\\\\x\"", "\"a\\\\..\\\\b\"", "\"aux\"", "\"con.\"", "\"-rf\"", "\"manifest.json\"", "\"preview.png\"", "\"two\\nlines\"", "\"\\u0000\"", "\"\\ud800\"",
        "\"<script>\"", "\"blur\"", "\"spike\"", "\"Clips\"", "\"clips\"", "\"PATH\"",
    ];

    readonly TemporaryFolder folder = new();

    [Fact]
    public async Task AnyManifest_IsUsedOrRefused_AndNothingOutsideIsTouched()
    {
        File.Copy(Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../samples/clips/cockatoo.mp4")), folder["clip.mp4"]);
        await File.WriteAllTextAsync(folder["datasets.yaml"], """
            datasets:
              tiny:
                - decode: { from: "clip.mp4", frames: 20..30, size: 64x36 }
                - expose: { frames: 3, skip: 1 }
                - synthesize-blur
                - write
            """, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await Run("build")).ExitCode);
        Directory.CreateDirectory(folder["victim"]);
        await File.WriteAllTextAsync(folder["victim/thesis.tex"], "years of work", TestContext.Current.CancellationToken);
        string manifest = folder["artifacts/datasets/tiny/manifest.json"], sound = await File.ReadAllTextAsync(manifest, TestContext.Current.CancellationToken);
        Dictionary<string, byte[]> tiny = Content("artifacts/datasets/tiny"), outside = Outside();
        string[][] commands =
        [
            ["inspect", folder["artifacts/datasets/tiny"]],
            ["convert", folder["artifacts/datasets/tiny"], folder["out"]],
            ["verify", "tiny", "--repair", "-r", folder["datasets.yaml"], "--device", "cpu"],
            ["gc", "--dry-run", "-r", folder["datasets.yaml"], "--device", "cpu"],
            ["why", "tiny", "-r", folder["datasets.yaml"]],
        ];

        await Gen.Select(Hostile(sound), Gen.Int[0, commands.Length - 1]).SampleAsync(async (hostile, command) =>
        {
            Restore(tiny);
            await File.WriteAllBytesAsync(manifest, hostile);

            CommandLineRun run = await CommandLineRun.Of(commands[command]);

            Assert.InRange(run.ExitCode, 0, 1);
            Assert.DoesNotContain("SPIKE439", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("SPIKE410", run.Error, StringComparison.Ordinal);
            if (Directory.Exists(folder["out"])) Directory.Delete(folder["out"], recursive: true);
            Dictionary<string, byte[]> after = Outside();
            Assert.Equal(outside.Keys.Order(), after.Keys.Order());
            Assert.All(outside, file => Assert.Equal(file.Value, after[file.Key]));
        }, iter: Tries, threads: 1);
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

    Task<CommandLineRun> Run(string command) => CommandLineRun.Of(command, "-r", folder["datasets.yaml"]);

    /// <summary>Everything that no command may touch here.</summary>
    Dictionary<string, byte[]> Outside() => Content("victim").Concat(Content("artifacts/store")).Where(file => !file.Key.Contains("/locks/") && !file.Key.Contains("/sources/")).ToDictionary();

    Dictionary<string, byte[]> Content(string name) =>
        Directory.EnumerateFiles(folder[name], "*", SearchOption.AllDirectories).ToDictionary(file => file, File.ReadAllBytes);

    static void Restore(Dictionary<string, byte[]> files)
    {
        foreach ((string path, byte[] content) in files)
            if (!File.Exists(path)) File.WriteAllBytes(path, content);
    }
}
