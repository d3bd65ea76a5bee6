namespace SpikeData.Build.Tests;

/// <summary>The <c>spikedata</c> command as somebody installs it: from its package, in a folder.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    readonly TemporaryFolder folder = new();

    /// <summary>An empty folder for one test.</summary>
    internal string NewFolder(string name) => Directory.CreateDirectory(Path.Combine(folder.Path, name)).FullName;

    public async ValueTask InitializeAsync()
    {
        await PackageFeed.PackAsync(Path.Combine(folder.Path, "feed"), "src/SpikeData.Cli/SpikeData.Cli.csproj");
        folder.Write("nuget.config", """<configuration><packageSources><clear /><add key="feed" value="feed" /></packageSources></configuration>""");
        Dictionary<string, string> variables = new() { ["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages") };
        DotNet.Run install = await DotNet.RunAsync(folder.Path, variables, "tool", "install", "SpikeData.Cli", "--version", PackageFeed.Version, "--tool-path", Path.Combine(folder.Path, "tool"));
        Assert.True(install.Succeeded, install.Output);
    }

    /// <summary>Runs lines of a shell, which finds the command by its name.</summary>
    internal Task<DotNet.Run> Run(string at, string lines)
    {
        Dictionary<string, string> variables = new()
        {
            ["PATH"] = $"{Path.Combine(folder.Path, "tool")}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}",
            ["REPOSITORY"] = Repository.Root,
        };
        return DotNet.RunProgramAsync("bash", at, variables, "-euc", lines);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
