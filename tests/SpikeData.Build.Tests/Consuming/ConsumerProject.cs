namespace SpikeData.Build.Tests;

/// <summary>A project of somebody else: one package reference, a recipe file, a clip; built once before the first test.</summary>
public sealed class ConsumerProject : IAsyncLifetime
{
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SpikeData.Tools" Version="VERSION" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>What the consumer does with the data, in its own C#.</summary>
    const string Reading = """
        using Consumer;

        static class Reading
        {
            public static async Task<int> CountAsync()
            {
                int count = 0;
                await foreach (var sample in Datasets.First.Samples()) count += sample.Label.Length;
                return count;
            }
        }
        """;

    internal const string Recipes = """
        datasets:
          first:
            - decode: { from: "*.mp4", frames: 0..12, size: 64x36 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 1 }
            - write
          second:
            - decode: { from: "*.mp4", frames: 0..12, size: 64x36 }
            - expose: { frames: 3, skip: 1 }
            - synthesize-blur
            - write
        """;

    readonly TemporaryFolder folder = new();
    readonly Dictionary<string, string> variables = [];

    /// <summary>What the first build said.</summary>
    internal DotNet.Run FirstBuild { get; private set; } = new(-1, "");

    /// <summary>A file or folder of the project.</summary>
    internal string this[string path] => Path.Combine(folder.Path, "project", path);

    public async ValueTask InitializeAsync()
    {
        string packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        // Packages of others come from where this repository's own build has put them; ours go where nobody else looks.
        variables["NUGET_FALLBACK_PACKAGES"] = packages;
        variables["NUGET_PACKAGES"] = Path.Combine(folder.Path, "packages");
        await PackageFeed.PackAsync(Path.Combine(folder.Path, "feed"));
        folder.Write("project/nuget.config", """<configuration><packageSources><clear /><add key="feed" value="../feed" /></packageSources></configuration>""");
        folder.Write("project/Consumer.csproj", Project.Replace("VERSION", PackageFeed.Version));
        folder.Write("project/Reading.cs", Reading);
        Write(Recipes);
        File.Copy(Repository.File("samples/clips/cockatoo.mp4"), this["clip.mp4"]);
        FirstBuild = await Run("build");
    }

    internal void Write(string recipes) => folder.Write("project/datasets.yaml", recipes);

    internal Task<DotNet.Run> Run(params IEnumerable<string> arguments) => DotNet.RunAsync(this[""], variables, arguments);

    /// <summary>Builds the recipes as they were at first, whatever the test before has left.</summary>
    internal async Task Settle()
    {
        Write(Recipes);
        DotNet.Run build = await Run("build");
        Assert.True(build.Succeeded, build.Output);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
