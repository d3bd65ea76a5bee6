using System.Diagnostics;

namespace SpikeData.Cli.Tests;

/// <summary>What shells ask for while a line is being typed.</summary>
public sealed class CompletionTests : IDisposable
{
    const string Recipes = """
        datasets:
          tiny:
            - decode: { from: "clip.mp4" }
            - expose
            - synthesize-blur
            - write
        models:
          first:
            dataset: tiny
            train: []
        """;

    readonly TemporaryFolder folder = new();

    public CompletionTests() => File.WriteAllText(folder["datasets.yaml"], Recipes);

    [Theory]
    [InlineData("spikedata expla", "explain")]
    [InlineData("spikedata build --recipes FILE t", "tiny")]
    [InlineData("spikedata build --recipes FILE f", "")]
    [InlineData("spikedata train --recipes FILE f", "first")]
    [InlineData("spikedata why --recipes FILE f", "first")]
    [InlineData("spikedata why --recipes nowhere.yaml f", "")]
    [InlineData("spikedata stages simu", "simulate-spikes")]
    [InlineData("spikedata run simu", "simulate-spikes")]
    [InlineData("spikedata explain SPIKE41", "SPIKE410")]
    [InlineData("spikedata completions z", "zsh")]
    [InlineData("spikedata open --what c", "card")]
    [InlineData("spikedata check --reci", "--recipes")]
    public async Task TypedWord_IsCompleted(string line, string word)
    {
        string typed = line.Replace("FILE", folder["datasets.yaml"], StringComparison.Ordinal);
        CommandLineRun run = await CommandLineRun.Of($"[suggest:{typed.Length}]", typed);
        Assert.Equal(("", ExitCode.Success), (run.Error, run.ExitCode));
        Assert.Equal(word, run.Output.Split('\n')[0].Trim());
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _spikedata spikedata")]
    [InlineData("zsh", "compdef _spikedata spikedata")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName spikedata")]
    public async Task Shell_IsGivenItsScript(string shell, string registration) =>
        Assert.Contains(registration, (await CommandLineRun.Of("completions", shell)).Output, StringComparison.Ordinal);

    [Fact]
    public async Task UnknownShell_IsMisuse() => Assert.Equal(ExitCode.Misuse, (await CommandLineRun.Of("completions", "fish")).ExitCode);

    /// <summary>The script in a bash of its own, with a command in place of <c>spikedata</c> that suggests what the library does.</summary>
    [Fact]
    public async Task Bash_OffersNames_AndOptionsOnceADashIsTyped()
    {
        if (!File.Exists("/bin/bash")) Assert.Skip("There is no bash here.");
        string script = (await CommandLineRun.Of("completions", "bash")).Output;
        string driver = script + """
            spikedata() { printf '%s\n' --json -r /h tiny tall; }
            try() { COMP_LINE="$1"; COMP_POINT=${#1}; COMP_WORDS=($1); [[ $1 == *' ' ]] && COMP_WORDS+=(''); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _spikedata; echo "${COMPREPLY[*]}"; }
            IFS=' '; try 'spikedata why '; try 'spikedata why ti'; try 'spikedata why --'
            """;
        using Process bash = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", driver]) { RedirectStandardOutput = true })!;
        Assert.Equal("tiny tall\ntiny\n--json\n", (await bash.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Replace("\r", "", StringComparison.Ordinal));
    }

    public void Dispose() => folder.Dispose();
}
