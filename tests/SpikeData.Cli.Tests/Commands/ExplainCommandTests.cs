using System.Text.RegularExpressions;

namespace SpikeData.Cli.Tests;

public sealed partial class ExplainCommandTests
{
    [Theory]
    [InlineData("SPIKE415")]
    [InlineData("spike415")]
    [InlineData("415")]
    public async Task AnId_IsExplainedByItsSection(string id)
    {
        CommandLineRun run = await CommandLineRun.Of("explain", id);
        Assert.Equal(ExitCode.Success, run.ExitCode);
        Assert.StartsWith("SPIKE415: a data set that is not built", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SPIKE416", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownId_IsAnError()
    {
        CommandLineRun run = await CommandLineRun.Of("explain", "SPIKE000");
        Assert.Equal(ExitCode.Failure, run.ExitCode);
        Assert.Contains("SPIKE127", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnError_NamesTheCommandThatExplainsIt()
    {
        CommandLineRun run = await CommandLineRun.Of("list", "--recipes", "nowhere.yaml");
        Match link = Link().Match(run.Error);
        Assert.True(link.Success, run.Error);
        Assert.NotNull(ExplainCommand.Section(link.Groups[1].Value));
    }

    [Theory]
    [InlineData("convert", "a")]
    [InlineData("nonsense")]
    [InlineData("build", "--part")]
    public async Task Misuse_IsSaidInAFewLines(params string[] args)
    {
        CommandLineRun run = await CommandLineRun.Of(args);
        Assert.Equal(ExitCode.Misuse, run.ExitCode);
        Assert.Empty(run.Output);
        Assert.InRange(run.Error.TrimEnd().Split('\n').Length, 3, 4);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStage_IsShownWithItsKeysAndDefaults()
    {
        CommandLineRun run = await CommandLineRun.Of("stages", "expose");
        Assert.StartsWith("expose: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("skip (default 7): a whole number from 0 to 100000 frames.", run.Output, StringComparison.Ordinal);
    }

    [GeneratedRegex("spikedata explain (SPIKE[0-9]{3})")]
    private static partial Regex Link();
}
