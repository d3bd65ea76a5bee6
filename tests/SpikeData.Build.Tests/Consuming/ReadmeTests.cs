using System.Text.RegularExpressions;

namespace SpikeData.Build.Tests;

/// <summary>The project that the README shows, as pasted: its project file, its recipe, its Program.cs.</summary>
public sealed partial class ReadmeTests(ConsumerProject project) : IClassFixture<ConsumerProject>
{
    [Fact]
    public async Task ProjectOfTheReadme_BuildsItsDataAndReadsThem()
    {
        string readme = await File.ReadAllTextAsync(Repository.File("README.md"), TestContext.Current.CancellationToken);
        string folder = project["../readme"];
        Directory.CreateDirectory(Path.Combine(folder, "clips"));
        Write("street.csproj", Block(readme, "xml").Replace("0.1.0", PackageFeed.Version, StringComparison.Ordinal));
        // The picture is smaller here, which saves the test a minute; nothing else is changed.
        Write("datasets.yaml", Block(readme, "yaml").Replace("1280x720", "64x36", StringComparison.Ordinal));
        Write("Program.cs", Block(readme, "csharp"));
        File.Copy(project["nuget.config"], Path.Combine(folder, "nuget.config"), overwrite: true);
        File.Copy(Repository.File("samples/clips/cockatoo.mp4"), Path.Combine(folder, "clips/cockatoo.mp4"), overwrite: true);

        DotNet.Run build = await project.Run("build", folder);
        Assert.True(build.Succeeded, build.Output);
        Assert.Matches(@"^street: \d+ samples? built in ", build.Lines("street: ").Last());
        DotNet.Run read = await project.Run("run", "--project", folder, "--no-build");
        Assert.True(read.Succeeded, read.Output);
        Assert.Matches(@"^cockatoo \d{6}$", read.Lines("cockatoo ").First());

        void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
    }

    static string Block(string page, string language) =>
        Blocks().Matches(page).First(block => block.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Blocks();
}
