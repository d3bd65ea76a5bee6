using System.Text.Json;
using System.Text.RegularExpressions;
using SpikeData.Imaging;
using static VerifyXunit.Verifier;

namespace SpikeData.Cli.Tests;

/// <summary><c>check</c> and <c>build --plan</c>: what a build would do, and what it would fail with.</summary>
public sealed partial class PlanTests : IDisposable
{
    const string Recipes = """
        datasets:
          street:
            - decode: { from: "in/{clip}/*.png", frames-per-second: 240 }
            - expose: { frames: 3, skip: 0 }
            - synthesize-blur
            - simulate-spikes: { margin: 0, scale: 4 }
            - write
          typo:
            - decode: { from: "on/{clip}/*.png" }
            - expose: { frames: 96 }
            - extract-sharp: { frames: 7 }
            - write
          later:
            - decode: { from: "later/*.png", optional: true }
            - expose
            - extract-sharp
            - write

        """;

    readonly TemporaryFolder folder = new();

    public PlanTests()
    {
        foreach ((string clip, int frames) in (ReadOnlySpan<(string, int)>)[("a", 7), ("b", 2)])
            for (int frame = 0; frame < frames; frame++)
            {
                Directory.CreateDirectory(folder[$"in/{clip}"]);
                File.WriteAllBytes(folder[$"in/{clip}/{frame}.png"], Png.Color(new byte[3 * 18 * 32], 18, 32));
            }

        File.WriteAllText(folder["datasets.yaml"], Recipes);
    }

    [Fact]
    public async Task Check_OpensWhatRecipesName_AndSaysWhatIsWrongAtItsPlace()
    {
        CommandLineRun run = await Run("check");

        Assert.Equal(1, run.ExitCode);
        string[] lines = [.. run.Error.Trim().Split('\n').Select(line => line.Replace(folder["datasets.yaml"], "", StringComparison.Ordinal))];
        Assert.StartsWith("(9,7): error SPIKE401: Nothing matches 'on/{clip}/*.png'", lines[0], StringComparison.Ordinal);
        Assert.Contains("Did you mean 'in/{clip}/*.png'?", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("(11,7): error SPIKE413: 7 sharp frames", lines[1], StringComparison.Ordinal);
        Assert.Equal(2, lines.Length);
        Assert.Equal($"""
            street: 2 clips, 9 frames, 2 samples, exposures of 13 ms
            {folder["datasets.yaml"]}(2,3): warning: too short for a sample: b (2 frames, 3 needed)
            {folder["datasets.yaml"]}(2,3): warning: scale 4 does not divide 32x18: the last 2 rows of each frame are left out
            later: skipped: there is nothing at later/*.png yet, which the recipe allows

            """.ReplaceLineEndings(), run.Output);
    }

    [Fact]
    public async Task CheckOfSoundOnes_SaysSo()
    {
        CommandLineRun run = await Run("check", "later");

        Assert.Equal(("", 0), (run.Error, run.ExitCode));
        Assert.EndsWith($"datasets.yaml: nothing wrong.{Environment.NewLine}", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SaysWhatABuildWouldDo_AndWritesNothing()
    {
        string[] before = [.. Directory.EnumerateFileSystemEntries(folder["."], "*", SearchOption.AllDirectories).Order()];

        CommandLineRun plan = await Run("build", "street", "--plan"), check = await Run("check", "street");

        Assert.Equal(before, Directory.EnumerateFileSystemEntries(folder["."], "*", SearchOption.AllDirectories).Order());
        Assert.Equal(("", 0), (plan.Error, plan.ExitCode));
        Assert.Equal("""
            street
              clips     2
              frames    9 recorded
              samples   2
              exposure  13 ms
              disk      1 kB, estimated
              time      about N s, estimated from some frames that were made here for a trial
              warning   too short for a sample: b (2 frames, 3 needed)
              warning   scale 4 does not divide 32x18: the last 2 rows of each frame are left out

            """.ReplaceLineEndings(), Seconds().Replace(plan.Output, "about N s"));
        Assert.StartsWith("street", check.Output, StringComparison.Ordinal);
        Assert.Contains("  exposure  13 ms", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HasTheSame()
    {
        Assert.Equal(0, (await Run("build", "street")).ExitCode);
        string kept = (await Run("build", "street", "--plan", "--json")).Output, found = (await Run("check", "--json")).Output;

        JsonElement street = JsonDocument.Parse(kept).RootElement.GetProperty("datasets")[0];
        Assert.Equal(("up-to-date", 0.0), (street.GetProperty("state").GetString(), street.GetProperty("seconds").GetDouble()));
        Assert.All(street.GetProperty("clips").EnumerateArray(), clip => Assert.True(clip.GetProperty("isKept").GetBoolean()));
        await Verify(found.Replace(folder["."][..^2], "FOLDER", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("--json goes with --plan.", "--json")]
    [InlineData("--plan goes with neither --part nor --locked.", "--plan", "--locked")]
    public async Task OptionsThatDoNotGoTogether_AreMisuse(string said, params string[] options)
    {
        CommandLineRun run = await Run(["build", .. options]);

        Assert.Equal(2, run.ExitCode);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    Task<CommandLineRun> Run(params string[] args) => CommandLineRun.Of([.. args, "--recipes", folder["datasets.yaml"], .. args is ["build", ..] ? ["--device", "cpu"] : Array.Empty<string>()]);

    [GeneratedRegex(@"about \d+ s")]
    private static partial Regex Seconds();
}
