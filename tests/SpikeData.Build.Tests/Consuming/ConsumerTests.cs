namespace SpikeData.Build.Tests;

/// <summary>A consumer's test project: its data sets from one package, the comparison with the reviewed state from another.</summary>
sealed class ConsumerTests(ConsumerProject project)
{
    const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SpikeData.Testing" Version="VERSION" />
            <PackageReference Include="xunit.v3" Version="4.0.2" />
            <ProjectReference Include="../project/Consumer.csproj" />
          </ItemGroup>
        </Project>
        """;

    const string Tests = """
        using Consumer;
        using Xunit;
        using static SpikeData.Testing.DatasetVerifier;

        public sealed class DataTests
        {
            [Fact]
            public Task First_IsTheReviewedOne() => Verify(Datasets.First);
        }
        """;

    /// <summary>A file beside the test.</summary>
    internal string this[string name] => Path.Combine(Folder, name);

    string Folder => project["../tests"];

    internal void Write()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(this["Tests.csproj"], Project.Replace("VERSION", PackageFeed.Version, StringComparison.Ordinal));
        File.WriteAllText(this["DataTests.cs"], Tests);
        File.Copy(project["nuget.config"], this["nuget.config"], overwrite: true);
    }

    internal Task<DotNet.Run> Build() => project.Run("build", Folder);

    /// <param name="accept">Takes what there is as reviewed.</param>
    internal Task<DotNet.Run> Run(bool accept = false) =>
        DotNet.RunAsync(Folder, new Dictionary<string, string> { ["SPIKEDATA_ACCEPT"] = accept ? "1" : "", ["CI"] = "" }, "exec", "bin/Debug/net10.0/Tests.dll");
}
