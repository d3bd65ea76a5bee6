namespace SpikeData.Build.Tests;

/// <summary>The packages of this working tree in a folder, as somebody would find them in a feed.</summary>
static class PackageFeed
{
    /// <summary>A version that no other feed has, so that nothing old is taken from a cache.</summary>
    internal static string Version { get; } = $"0.1.0-test{Environment.ProcessId}";

    /// <param name="folder">The feed.</param>
    /// <param name="project">What is packed: all libraries, or one project.</param>
    internal static async Task PackAsync(string folder, string project = "build/Packages.proj")
    {
        DotNet.Run pack = await DotNet.RunAsync(Repository.Root, new Dictionary<string, string>(), "msbuild", project, "-t:Pack", "-p:NoBuild=true",
            $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={folder}/", $"-p:Configuration={Configuration}");
        Assert.True(pack.Succeeded, pack.Output);
    }

    static string Configuration => AppContext.BaseDirectory.TrimEnd('/', '\\').EndsWith("release", StringComparison.Ordinal) ? "Release" : "Debug";
}
