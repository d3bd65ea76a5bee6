using System.Text.Json;
using System.Text.RegularExpressions;

namespace SpikeData.Build.Tests;

/// <summary>What <c>dotnet build</c> does in a project that references the package.</summary>
public sealed partial class ConsumerBuildTests(ConsumerProject project) : IClassFixture<ConsumerProject>
{
    [Fact]
    public void OnePackageReference_IsEnough()
    {
        Assert.True(project.FirstBuild.Succeeded, project.FirstBuild.Output);
        Assert.Matches(@"^first: \d+ samples? built in [\d.]+ s, in artifacts/datasets/first$", Assert.Single(project.FirstBuild.Lines("first: ")));
        Assert.Matches(@"^second: \d+ samples? built in [\d.]+ s, in artifacts/datasets/second$", Assert.Single(project.FirstBuild.Lines("second: ")));
        Assert.True(File.Exists(project["artifacts/datasets/first/manifest.json"]));
        Assert.NotEmpty(Directory.GetFiles(project["artifacts/datasets/first/spike_data"], "*.dat", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task NothingChanged_NothingRuns()
    {
        await project.Settle();
        DotNet.Run build = await project.Run("build");
        Assert.True(build.Succeeded, build.Output);
        Assert.Empty(build.Lines("first: "));
    }

    [Fact]
    public async Task EditedRecipe_AloneIsBuiltAgain()
    {
        await project.Settle();
        project.Write(ConsumerProject.Recipes.Replace("frames: 3, skip: 1", "frames: 3, skip: 2"));
        DotNet.Run build = await project.Run("build");
        Assert.Contains("up to date", Assert.Single(build.Lines("first: ")), StringComparison.Ordinal);
        Assert.Contains(" built in ", Assert.Single(build.Lines("second: ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TouchedSource_IsLookedAtAgain()
    {
        await project.Settle();
        File.SetLastWriteTimeUtc(project["clip.mp4"], DateTime.UtcNow.AddMinutes(-1));
        DotNet.Run build = await project.Run("build");
        Assert.Contains("up to date", Assert.Single(build.Lines("first: ")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongRecipe_FailsTheBuildAtItsLineAndColumn()
    {
        project.Write(ConsumerProject.Recipes.Replace("synthesize-blur", "synthesise-blur"));
        DotNet.Run build = await project.Run("build");
        Assert.False(build.Succeeded);
        Assert.Contains("datasets.yaml(5,7): error SPIKE102: Stage 'synthesise-blur' does not exist. Did you mean 'synthesize-blur'?", build.Output, StringComparison.Ordinal);
        Assert.Contains("datasets.yaml(11,7): error SPIKE102:", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AbsentSource_FailsTheBuildAtTheStageThatNamesIt()
    {
        project.Write(ConsumerProject.Recipes.Replace("\"*.mp4\"", "nowhere.mp4"));
        DotNet.Run build = await project.Run("build");
        Assert.False(build.Succeeded);
        Assert.Contains("datasets.yaml(3,7): error SPIKE401: ", build.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(project["artifacts/datasets/first/manifest.json"]));
    }

    [Fact]
    public async Task CleanAndRebuild_KeepDataSetsAndStore()
    {
        await project.Settle();
        string manifest = project["artifacts/datasets/first/manifest.json"];
        DateTime written = File.GetLastWriteTimeUtc(manifest);
        Assert.True((await project.Run("clean")).Succeeded);
        Assert.True(File.Exists(manifest));
        DotNet.Run rebuild = await project.Run("build", "--no-incremental");
        Assert.Contains("up to date", Assert.Single(rebuild.Lines("first: ")), StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(manifest));
    }

    [Fact]
    public async Task BuildDatasetsFalse_LeavesThemAlone_AndTheTargetBuildsAndReturnsThem()
    {
        await project.Settle();
        Directory.Delete(project["artifacts/datasets"], recursive: true);
        Assert.True((await project.Run("build", "-p:BuildDatasets=false")).Succeeded);
        Assert.False(Directory.Exists(project["artifacts/datasets"]));

        DotNet.Run built = await project.Run("build", "-p:BuildDatasets=false", "-t:BuildDatasets", "-getTargetResult:BuildDatasets");
        using JsonDocument result = JsonDocument.Parse(built.Output);
        JsonElement items = result.RootElement.GetProperty("TargetResults").GetProperty("BuildDatasets").GetProperty("Items");
        Assert.Equal(["first", "second"], items.EnumerateArray().Select(item => item.GetProperty("DatasetName").GetString()));
        Assert.All(items.EnumerateArray(), item => Assert.True(File.Exists(item.GetProperty("Manifest").GetString())));
    }

    [Fact]
    public async Task Solution_BuildsTheDataOnce_WhateverReferencesThemAndForHoweverManyFrameworks()
    {
        using ConsumerSolution solution = new(project);
        DotNet.Run build = await solution.Build();
        Assert.True(build.Succeeded, build.Output);
        Assert.Single(build.Output.Split('\n'), line => line.TrimStart().StartsWith("first: ", StringComparison.Ordinal));
        Assert.True(File.Exists(project["artifacts/datasets/first/manifest.json"]));
    }

    [Fact]
    public async Task SeveralTargetFrameworks_HaveTheTargetOfOne()
    {
        using ConsumerSolution solution = new(project);
        DotNet.Run build = await project.Run("build", "-t:BuildDatasets", "-getTargetResult:BuildDatasets");
        Assert.True(build.Succeeded, build.Output);
        Assert.Equal(2, build.Output.Split("\"DatasetName\"").Length - 1);
    }

    [Fact]
    public async Task LockedBuild_FailsWhenTheRecipeDrifts_AndSaysWhichStageDid()
    {
        await project.Settle();
        Assert.True((await project.Run("build", "-p:SpikeDataLock=true")).Succeeded);
        Assert.True((await project.Run("build", "-p:SpikeDataLocked=true")).Succeeded);
        project.Write(ConsumerProject.Recipes.Replace("frames: 3, skip: 1", "frames: 3, skip: 2"));
        DotNet.Run build = await project.Run("build", "-p:SpikeDataLocked=true");
        Assert.False(build.Succeeded);
        Assert.Contains("datasets.yaml(10,7): error SPIKE417: 'second' is not what was locked: expose.skip: 1 is now 2.", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TestOfTheConsumer_ComparesDataWithTheirReviewedState()
    {
        await project.Settle();
        ConsumerTests tests = new(project);
        tests.Write();
        DotNet.Run build = await tests.Build();
        Assert.True(build.Succeeded, build.Output);
        DotNet.Run first = await tests.Run();
        Assert.False(first.Succeeded);
        Assert.Contains("New data set: nobody has reviewed DataTests.First_IsTheReviewedOne.verified.txt yet.", first.Output, StringComparison.Ordinal);
        Assert.True((await tests.Run(accept: true)).Succeeded);
        Assert.True((await tests.Run()).Succeeded);

        project.Write(ConsumerProject.Recipes.Replace("margin: 1", "margin: 1, seed: 2"));
        Assert.True((await project.Run("build")).Succeeded);
        Assert.Matches(@"the first is spike_data/clip/\d+\.dat: 7 of 7 ticks differ, from tick 0 on, in which \d+ of 144 pixels do\.", (await tests.Run()).Output);
        Assert.True(File.Exists(tests["DataTests.First_IsTheReviewedOne.difference.png"]));
    }

    [Fact]
    public async Task ProjectOfTheTemplate_BuildsAtOnce_MakesDataOfAClip_AndChecksItsOwnStage()
    {
        ConsumerTemplate template = new(project);
        DotNet.Run created = await template.Create();
        Assert.True(created.Succeeded, created.Output);
        Assert.Contains("namespace street;", await File.ReadAllTextAsync(template["Dim.cs"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        DotNet.Run first = await template.Build();
        Assert.True(first.Succeeded, first.Output);
        Assert.Contains("there is nothing at clips/{clip}.mp4 yet", Assert.Single(first.Lines("street: ")), StringComparison.Ordinal);
        DotNet.Run empty = await project.Run("run", "--project", template[""], "--no-build");
        Assert.Contains("The data set 'street' is not in ", empty.Output, StringComparison.Ordinal);

        File.Copy(project["clip.mp4"], template["clips/cockatoo.mp4"]);
        template.Replace("size: 640x360", "size: 64x36");
        DotNet.Run second = await template.Build();
        Assert.True(second.Succeeded, second.Output);
        Assert.Matches(@"^street: \d+ samples? built in ", Assert.Single(second.Lines("street: ")));
        string dat = Directory.GetFiles(template["artifacts/datasets/street/spike_data/cockatoo"], "*.dat")[0];
        Assert.Equal(137 * 16 * 9 / 8, new FileInfo(dat).Length);
        Assert.True(File.Exists(dat + ".yaml"));

        Assert.Contains("\"dim\"", await File.ReadAllTextAsync(template["datasets.schema.json"], TestContext.Current.CancellationToken), StringComparison.Ordinal);
        DotNet.Run run = await project.Run("run", "--project", template[""], "--no-build");
        Assert.True(run.Succeeded, run.Output);
        Assert.StartsWith("cockatoo 000019: 137 ticks of 16x9 spikes, blurry image ", run.Lines("cockatoo ").First(), StringComparison.Ordinal);

        template.Replace("by: 0.2", "by: 1.2");
        DotNet.Run wrong = await template.Build();
        Assert.False(wrong.Succeeded);
        Assert.Contains("datasets.yaml(10,20): error SPIKE106: ", wrong.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnATerminal_EveryDataSetHasALineWithItsPicture()
    {
        await project.Settle();
        File.SetLastWriteTimeUtc(project["clip.mp4"], DateTime.UtcNow.AddMinutes(-2));
        DotNet.Run build = await project.Run("build", "--tl:on");
        Assert.True(build.Succeeded, build.Output);
        string text = Escapes().Replace(build.Output, "");
        Assert.Matches(@"first succeeded \([\d.]+s\) → artifacts/datasets/first/preview\.png", text);
        Assert.Matches(@"second succeeded \([\d.]+s\) → artifacts/datasets/second/preview\.png", text);
        Assert.DoesNotContain("@spikedata", text, StringComparison.Ordinal);
        Assert.False(Directory.Exists(project["obj/Debug/net10.0/spikedata/display"]));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public async Task OtherFramework_IsOneErrorThatSaysWhatIsNeeded(string framework)
    {
        string folder = project[$"../{framework}"];
        Directory.CreateDirectory(folder);
        string other = (await File.ReadAllTextAsync(project["Consumer.csproj"], TestContext.Current.CancellationToken)).Replace("net10.0", framework, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder, "Other.csproj"), other, TestContext.Current.CancellationToken);
        File.Copy(project["nuget.config"], Path.Combine(folder, "nuget.config"), overwrite: true);
        // Without the reference assemblies of that framework, which the test has no feed for.
        DotNet.Run build = await project.Run("build", folder, "-p:DisableImplicitFrameworkReferences=true", "-p:UseAppHost=false");
        Assert.False(build.Succeeded);
        Assert.Contains($"error SPIKE293: SpikeData.Tools needs net10.0, and this project is for {framework}.", Assert.Single(build.Output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Select(line => line.Trim()).Distinct()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SchemaThatTheRecipesName_IsWritten_AndNobodyElsesFileIs()
    {
        string schema = project["datasets.schema.json"];
        Assert.False(File.Exists(schema));
        project.Write("# yaml-language-server: $schema=datasets.schema.json\n" + ConsumerProject.Recipes);
        Assert.True((await project.Run("build", "-p:BuildDatasets=false")).Succeeded);
        // What the command line writes from the same stages, read by reflection where the compiler read them from source and metadata.
        Assert.Equal(await File.ReadAllTextAsync(Repository.File("docs/datasets.schema.json"), TestContext.Current.CancellationToken), await File.ReadAllTextAsync(schema, TestContext.Current.CancellationToken));

        await File.WriteAllTextAsync(schema, "{}", TestContext.Current.CancellationToken);
        DotNet.Run build = await project.Run("build", "-p:BuildDatasets=false");
        Assert.Contains("warning SPIKE294: The first line of the recipes names it", build.Output, StringComparison.Ordinal);
        Assert.Equal("{}", await File.ReadAllTextAsync(schema, TestContext.Current.CancellationToken));
        File.Delete(schema);
    }

    [Fact]
    public async Task Library_CannotBuildData_AndIsToldWhy()
    {
        await project.Settle();
        DotNet.Run build = await project.Run("build", "-p:OutputType=Library");
        Assert.False(build.Succeeded);
        Assert.Contains("Consumer.csproj : error SPIKE291: ", build.Output, StringComparison.Ordinal);
    }

    /// <summary>Colours, links and movements of a terminal.</summary>
    [GeneratedRegex(@"\x1b(\[[0-9;?]*[A-Za-z]|\].*?(\x1b\\|\x07))")]
    private static partial Regex Escapes();
}
