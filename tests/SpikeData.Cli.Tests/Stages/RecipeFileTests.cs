using SpikeData.Compute;
using SpikeData.Pipelines;
using SpikeData.Training;

namespace SpikeData.Cli.Tests;

public sealed class RecipeFileTests : IDisposable
{
    const string Minimal = """
        datasets:
          mine:
            - decode: { from: "clips/{clip}.mp4", frames: 3..9, size: 64x48 }
            - interpolate: { method: linear, factor: 4 }
            - expose
            - synthesize-blur
            - write
        """;

    readonly string file = Path.GetTempFileName();

    [Fact]
    public void Values_ReachTheStages_AndEverythingElseKeepsItsDefault()
    {
        Pipeline mine = Assert.Single(Read(Minimal).Pipelines);
        Decode decode = Assert.IsType<Decode>(mine.Source);
        Assert.Equal(new FrameRange(3, 9), decode.Frames);
        Assert.Equal(new FrameSize(64, 48), decode.Size);
        Assert.False(decode.Optional);
        Interpolate interpolate = Assert.IsType<Interpolate>(mine.Stages[1]);
        Assert.Equal(4, interpolate.Factor);
        Assert.IsType<Linear>(interpolate.Method);
        Assert.Equal(new Expose(97, 7), mine.Stages[2]);
    }

    [Fact]
    public void FramesLeftOut_MeanAllOfThem() =>
        Assert.True(Assert.IsType<Decode>(Assert.Single(Read(Minimal.Replace("frames: 3..9, ", "")).Pipelines).Source).Frames.Contains(1_000_000));

    /// <summary>A number alone keeps the way of the published training; keys of recipes from before say where they went.</summary>
    [Theory]
    [InlineData("learning-rate: 0.002", "UsualRate { Rate = 0.002 }")]
    [InlineData("learning-rate: { cosine: { rate: 0.002 } }", "CosineRate { Rate = 0.002, Over = Epochs }")]
    [InlineData("learning-rate: cosine, rate: 0.002, over: steps", "CosineRate { Rate = 0.002, Over = Steps }")]
    [InlineData("batch: 2", "UsualRate { Rate = 0.001 }")]
    [InlineData("learning-rate: 2", "SPIKE106: 'learning-rate' cannot be 2; it takes a number from 0 to 1.")]
    [InlineData("learning-rate: fast", "It is one of: constant, cosine, stepped, usual, warm-up-cosine.")]
    [InlineData("learning-rate: 0.002, cosine: epochs", "It is one of the ways of 'learning-rate': 'learning-rate: { cosine: { ... } }'.")]
    [InlineData("learning-rate: 0.002, warm-up: 5", "It belongs to 'learning-rate: warm-up-cosine'.")]
    public void LearningRate_IsANumberOrOneOfTheWays(string keys, string expected)
    {
        RecipeFile read = Read($"{Minimal}\nmodels:\n  net:\n    kind: s-sdm\n    dataset: mine\n    train: [ ldn: {{ {keys} }} ]\n");
        if (read.Models is [var model]) Assert.Equal(expected, $"{((TrainLdn)((SsdmModel)model.Model).Train[0]).LearningRate}");
        else Assert.Contains(expected, Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Stage_KnowsItsLine()
    {
        Pipeline mine = Assert.Single(Read(Minimal).Pipelines);
        Assert.Equal(new RecipeMark(file, 2, 3), mine.Mark);
    }

    [Fact]
    public void FaultyRecipe_IsNamedWithItsPlace_AndTheOthersStay()
    {
        RecipeFile read = Read(Minimal + "\n  broken:\n    - decod: { from: a.mp4 }\n");
        Assert.Equal("mine", Assert.Single(read.Pipelines).Name);
        Assert.StartsWith($"{file}(9,7): error SPIKE102: Stage 'decod' does not exist. Did you mean 'decode'?", Assert.Single(read.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public void AbsentFile_IsAnErrorThatNamesTheOption()
    {
        SpikeDataException problem = Assert.Throws<SpikeDataException>(() => RecipeFile.Read("nowhere.yaml", StageCatalog.Shipped));
        Assert.Equal("SPIKE120", problem.Id);
        Assert.Contains("--recipes", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FolderInPlaceOfAFile_IsSaidToBeOne() =>
        Assert.Contains("It is a folder.", Assert.Throws<SpikeDataException>(() => RecipeFile.Read(Path.GetTempPath(), StageCatalog.Shipped)).Message, StringComparison.Ordinal);

    RecipeFile Read(string text)
    {
        File.WriteAllText(file, text);
        return RecipeFile.Read(file, StageCatalog.Shipped);
    }

    public void Dispose() => File.Delete(file);
}
