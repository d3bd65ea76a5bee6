namespace SpikeData.Cli.Tests;

/// <summary>Command lines that make no sense are said to be so in few lines, also where they ask for help.</summary>
public sealed class MisuseTests
{
    [Theory]
    [InlineData("There is no option '--foo'.", "build", "--foo")]
    [InlineData("There is no option '--jsob'. Did you mean '--json'?", "why", "tiny", "--jsob")]
    [InlineData("There is no option '--lokced'. Did you mean '--locked'?", "build", "--lokced", "--help")]
    [InlineData("There is no option '--x'.", "build", "--output", "--x")]
    [InlineData("There is no option '-q'.", "build", "-q")]
    [InlineData("'biuld' is not understood here. Did you mean 'build'?", "biuld", "--help")]
    [InlineData("'expos' is not understood here. Did you mean 'expose'?", "run", "expos", "--help")]
    [InlineData("'more' is not understood here.", "devices", "more")]
    public async Task UnknownWord_IsNamed_WithTheOneThatWasMeant(string explanation, params string[] args)
    {
        CommandLineRun run = await CommandLineRun.Of(args);
        string[] lines = run.Error.TrimEnd().Split('\n');
        Assert.Equal((ExitCode.Misuse, "", explanation, 3), (run.ExitCode, run.Output, lines[0], lines.Length));
    }

    [Fact]
    public async Task AfterTwoDashes_EveryWordIsAName()
    {
        CommandLineRun run = await CommandLineRun.Of("why", "--recipes", "nowhere.yaml", "--", "--foo");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("SPIKE120", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryStage_ShowsItsKeys_AndThoseThatReadFilesSayThatTheyDoNotRunAlone()
    {
        foreach (string stage in StageCatalog.Shipped.Schemas.Stages.Select(stage => stage.Name))
        {
            CommandLineRun help = await CommandLineRun.Of("run", stage, "--help");
            Assert.Equal((stage, ExitCode.Success), (stage, help.ExitCode));
            Assert.Contains($"run {stage}", help.Output, StringComparison.Ordinal);
        }

        Assert.Contains("--color-matrix", (await CommandLineRun.Of("run", "decode", "--help")).Output, StringComparison.Ordinal);
        Assert.Contains("error SPIKE141: 'decode' begins a recipe", (await CommandLineRun.Of("run", "decode")).Error, StringComparison.Ordinal);
    }
}
