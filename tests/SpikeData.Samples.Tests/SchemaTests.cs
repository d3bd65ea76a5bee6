using SpikeData.Cli;
using SpikeData.Recipes;

namespace SpikeData.Samples.Tests;

/// <summary>Editors complete a team's own stages as well: the schema that a build has left beside the sample's recipes is the one that the command writes.</summary>
public sealed class SchemaTests
{
    static readonly string Assembly = typeof(Rain.Rain).Assembly.Location;

    [Fact]
    public async Task SchemaOfTheSample_KnowsItsStageAsItIs()
    {
        (int code, string schema) = await Run("schema", "--assembly", Assembly);
        Assert.Equal(0, code);
        string beside = await File.ReadAllTextAsync(Path.Combine(SampleFolder.Rain, "datasets.schema.json"), TestContext.Current.CancellationToken);
        Assert.True(beside == schema, "Build samples/SpikeData.Rain, which writes the schema.");
        Assert.Contains("How long a streak is.", schema, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StagesOfTheSample_AreListedAmongTheOthers()
    {
        (int code, string list) = await Run("stages", "--assembly", Assembly);
        Assert.Equal(0, code);
        Assert.Contains("rain               Lets it rain on a clip", list, StringComparison.Ordinal);
        Assert.Contains("decode ", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AssemblyThatIsNone_IsRefused()
    {
        (int code, string error) = await Run("schema", "--assembly", Path.Combine(SampleFolder.Rain, "datasets.yaml"));
        Assert.Equal(1, code);
        Assert.Contains("error SPIKE490: ", error, StringComparison.Ordinal);
    }

    [Fact]
    public void RecipesOfTheSample_AreSound()
    {
        StageCatalog catalog = StageCatalog.With(Assembly);
        Assert.Empty(RecipeReader.Read(File.ReadAllText(Path.Combine(SampleFolder.Rain, "datasets.yaml")), catalog.Schemas).Problems);
    }

    static async Task<(int Code, string Text)> Run(params string[] args)
    {
        using StringWriter text = new();
        return (await SpikeDataCommand.RunAsync(args, text, text), text.ToString());
    }
}
