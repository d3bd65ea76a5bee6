namespace SpikeData.Build.Tests;

/// <summary>What <c>dotnet build -t:TrainModels</c> does in a project that references the package.</summary>
public sealed class TrainModelsTests(ConsumerProject project) : IClassFixture<ConsumerProject>
{
    const string Recipes = """
        datasets:
          first:
            - decode: { from: "*.mp4", frames: 0..40, size: 64x64 }
            - expose: { frames: 5, skip: 1 }
            - synthesize-blur
            - simulate-spikes: { margin: 3 }
            - extract-sharp
            - write
        models:
          tiny:
            dataset: first
            train:
              - bsn: { epochs: 1, batch: 2, crop: 16, ticks: 3, instants: 2, width: 2 }
        """;

    [Fact]
    public async Task Models_AreTrained_AndTheBuildSaysHowFarTheyAre()
    {
        project.Write(Recipes);
        DotNet.Run build = await project.Run("build", "-t:TrainModels");
        Assert.True(build.Succeeded, build.Output);
        Assert.Matches(@"bsn: step 2 of \d+  loss \S+ .* samples/s  \d\d:\d\d left", build.Output);
        Assert.Matches(@"tiny: bsn made \d+ steps in \d+ s, \d+\.\d\d dB", build.Output);
        Assert.True(File.Exists(project["artifacts/models/tiny/bsn.safetensors"]));
        Assert.Contains("tiny: bsn is up to date", (await project.Run("build", "-t:TrainModels")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MisspeltNetwork_FailsTheBuildAtItsLineAndColumn()
    {
        project.Write(Recipes.Replace("- bsn:", "- bsm:"));
        DotNet.Run build = await project.Run("build", "-t:TrainModels");
        Assert.False(build.Succeeded);
        Assert.Matches(@"datasets\.yaml\(13,\d+\): error SPIKE1\d\d: .*'bsn'", build.Output);
    }

    [Fact]
    public async Task TooFewExposures_AreAnErrorOfTheBuild()
    {
        project.Write(Recipes.Replace("frames: 0..40", "frames: 0..15"));
        DotNet.Run build = await project.Run("build", "-t:TrainModels");
        Assert.False(build.Succeeded);
        Assert.Contains("error SPIKE511: ", build.Output, StringComparison.Ordinal);
    }
}
