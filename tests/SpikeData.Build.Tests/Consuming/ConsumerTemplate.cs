namespace SpikeData.Build.Tests;

/// <summary>A project that <c>dotnet new spikedata</c> makes, with templates installed where nobody else sees them.</summary>
sealed class ConsumerTemplate(ConsumerProject project)
{
    /// <summary>A file or folder of the new project.</summary>
    internal string this[string path] => project[Path.Combine("../street", path)];

    /// <summary>Installs the template of this working tree, and makes a project of it.</summary>
    internal async Task<DotNet.Run> Create()
    {
        DotNet.Run install = await New("install", Repository.File("templates/spikedata"));
        Assert.True(install.Succeeded, install.Output);
        DotNet.Run created = await New("spikedata", "--output", this[""], "--packageVersion", PackageFeed.Version);
        if (created.Succeeded) File.Copy(project["nuget.config"], this["nuget.config"]);
        return created;
    }

    internal Task<DotNet.Run> Build() => project.Run("build", this[""]);

    /// <summary>Edits the recipes.</summary>
    internal void Replace(string before, string after)
    {
        string recipes = File.ReadAllText(this["datasets.yaml"]);
        Assert.Contains(before, recipes, StringComparison.Ordinal);
        File.WriteAllText(this["datasets.yaml"], recipes.Replace(before, after, StringComparison.Ordinal));
    }

    Task<DotNet.Run> New(params IEnumerable<string> arguments) =>
        DotNet.RunAsync(project[""], new Dictionary<string, string> { ["DOTNET_CLI_HOME"] = project["../home"], ["DOTNET_NOLOGO"] = "1" }, ["new", .. arguments]);
}
