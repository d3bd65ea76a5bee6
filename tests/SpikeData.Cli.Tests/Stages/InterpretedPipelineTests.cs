using System.Runtime.CompilerServices;
using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli.Tests;

/// <summary>A recipe means the same whether it was compiled or is interpreted.</summary>
public sealed class InterpretedPipelineTests : IDisposable
{
    readonly TemporaryFolder folder = new();
    readonly CpuDevice device = new();

    [Fact]
    public void EveryRecipe_HasTheStagesOfItsCompiledTwin()
    {
        Pipeline[] interpreted = [.. Read("../../../datasets.yaml").Pipelines, .. Read("../Recipes/twins.yaml").Pipelines];
        Pipeline[] compiled = [.. Datasets.All.Select(dataset => dataset.Pipeline)];
        Assert.Equal(["demo", "gopro", "gopro-dense-flow", "gopro-large", "gopro-large-gamma", "plain", "extended-7", "extended-8", "cameras"], interpreted.Select(pipeline => pipeline.Name));
        foreach (Pipeline one in interpreted)
        {
            Pipeline other = Assert.Single(compiled, pipeline => pipeline.Name == one.Name);
            Assert.Equal(other.Description, one.Description);
            Assert.Equal(other.Stages, one.Stages);
            Assert.Equal(other.CodeVersion, one.CodeVersion);
            Assert.Equal(other.Mark with { File = "" }, one.Mark with { File = "" });
        }
    }

    /// <summary>Five scales and the published weights, as the scripts of the paper run XVFI; the twin keeps the keys of what the recipe was before.</summary>
    [Fact]
    public void Gopro_IsThePapersRecipe_AndHasATwinWithoutWeights()
    {
        Assert.Equal(new Interpolate(new Training.Xvfi(Scales: 5)), Datasets.Gopro.Pipeline.Interpolate);
        Assert.Equal(new Interpolate(), Datasets.GoproDenseFlow.Pipeline.Interpolate);
        Assert.Equal(Datasets.Gopro.Pipeline.Stages.Where(stage => stage is not Interpolate), Datasets.GoproDenseFlow.Pipeline.Stages.Where(stage => stage is not Interpolate));
    }

    [Fact]
    public async Task DataSetOfTheCompiledRecipe_IsUpToDateForTheInterpretedOne()
    {
        RecipeFile file = Read("../Recipes/twins.yaml");
        DatasetBuilder builder = new(new(file.Directory, device) { OutputDirectory = folder["datasets"], StoreDirectory = folder["store"] });
        DatasetResult built = await builder.BuildAsync(Datasets.Plain.Pipeline, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal((DatasetState.Built, 2), (built.State, built.Samples));
        DatasetResult again = await builder.BuildAsync(file.Choose(["plain"])[0], cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(DatasetState.UpToDate, again.State);
        Assert.Empty(builder.Why(file.Choose(["plain"])[0]));
    }

    [Fact]
    public void DemoCompiled_HasTheKeyOfTheDemoInterpreted()
    {
        RecipeFile file = Read("../../../datasets.yaml");
        DatasetBuilder builder = new(new(file.Directory, device) { StoreDirectory = folder["store"] });
        Assert.Equal(builder.KeyOf(file.Choose(["demo"])[0]), builder.KeyOf(Datasets.Demo.Pipeline));
    }

    [Fact]
    public async Task RecipeOfOtherCameras_GivesEveryKindOfFile()
    {
        RecipeFile file = Read("../Recipes/twins.yaml");
        DatasetBuilder builder = new(new(file.Directory, device) { OutputDirectory = folder["datasets"], StoreDirectory = folder["store"] });
        DatasetResult built = await builder.BuildAsync(file.Choose(["cameras"])[0], cancellation: TestContext.Current.CancellationToken);
        Assert.Empty(built.Failures);
        Assert.Equal(["blur_data", "dsft_data", "sharp_data", "spike_data", "tfi_data"], Directory.GetDirectories(built.Directory).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
        Assert.Equal(2, built.Samples);
        await foreach (Sample sample in Datasets.Cameras.Samples(built.Directory, TestContext.Current.CancellationToken))
        {
            Assert.Equal([18, 32, 3], sample.ReadBlur().Shape.ToArray());
            Assert.Equal([[9, 16, 3], [9, 16, 3], [9, 16, 3]], sample.ReadPictures("tfi").Select(picture => picture.Shape.ToArray()));
        }
    }

    static RecipeFile Read(string path, [CallerFilePath] string here = "")
    {
        RecipeFile file = RecipeFile.Read(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, path)), StageCatalog.Shipped);
        Assert.Empty(file.Problems);
        return file;
    }

    public void Dispose()
    {
        device.Dispose();
        folder.Dispose();
    }
}
