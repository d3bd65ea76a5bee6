namespace SpikeData.Build.Tests;

/// <summary>The consumer's project with two target frameworks, in a solution with another project that refers to it; as before once disposed.</summary>
sealed class ConsumerSolution : IDisposable
{
    readonly ConsumerProject project;
    readonly string before;

    internal ConsumerSolution(ConsumerProject project)
    {
        this.project = project;
        project.Write(ConsumerProject.Recipes);
        before = File.ReadAllText(ProjectFile);
        File.WriteAllText(ProjectFile, before.Replace(
            "<TargetFramework>net10.0</TargetFramework>",
            "<TargetFrameworks>net10.0;net10.0-windows</TargetFrameworks><EnableWindowsTargeting>true</EnableWindowsTargeting><DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>", StringComparison.Ordinal));
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "Reader.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><ProjectReference Include="../project/Consumer.csproj" /></ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(Folder, "All.slnx"), """
            <Solution><Project Path="Reader.csproj" /><Project Path="../project/Consumer.csproj" /></Solution>
            """);
        File.Copy(project["nuget.config"], Path.Combine(Folder, "nuget.config"), overwrite: true);
    }

    string ProjectFile => project["Consumer.csproj"];

    string Folder => project["../reader"];

    internal Task<DotNet.Run> Build() => project.Run("build", Path.Combine(Folder, "All.slnx"), "--no-incremental");

    public void Dispose() => File.WriteAllText(ProjectFile, before);
}
