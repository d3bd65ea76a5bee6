namespace SpikeData.Pipelines.Tests;

/// <summary>Stages as declared facts: what enters the content key, and what does not.</summary>
public sealed class StageFormTests
{
    [Fact]
    public void Parameters_AreWrittenInTheWordsOfARecipe() => Assert.Equal(
        """
        {"stage":"decode","version":2,"from":"a/*.png","frames":"0..","size":"640x360","frames-per-second":240,
        """ + """
        "timing":{"variant":"refuse","version":1},"damaged":"refuse","color-matrix":null,"color-range":null,"optional":true}
        """,
        StageForm.Of(new Decode(SourcePattern.Parse("a/*.png"), Size: new(640, 360), FramesPerSecond: 240, Optional: true)).ToJsonString());

    [Fact]
    public void WhereASourceLies_IsNoPartOfTheKey() => Assert.Equal(
        StageForm.InKey(new Decode(SourcePattern.Parse("a/*.png")), NoFile).ToJsonString(),
        StageForm.InKey(new Decode(SourcePattern.Parse("/elsewhere/*.png"), Optional: true), NoFile).ToJsonString());

    [Fact]
    public void LeavingOutAChoice_IsTheSameAsWritingItsDefault() => Assert.Equal(
        StageForm.Of(new SimulateSpikes()).ToJsonString(),
        StageForm.Of(new SimulateSpikes(new PhysicalModel(), new InherentNoise(), Scale: 4, Margin: 20, Seed: 1)).ToJsonString());

    [Fact]
    public void NestedChoices_BecomePaths() => Assert.Equal(
        [
            new("simulate-spikes.version", "1"), new("simulate-spikes.model.variant", "integrate-and-fire"), new("simulate-spikes.model.version", "1"),
            new("simulate-spikes.model.threshold", "2.5"), new("simulate-spikes.model.gain", "1"), new("simulate-spikes.model.reset", "soft"),
            new("simulate-spikes.noise.variant", "none"), new("simulate-spikes.noise.version", "1"), new("simulate-spikes.flaws", "[]"),
            new("simulate-spikes.voltage", "per-exposure"), new("simulate-spikes.color", "gray"),
            new("simulate-spikes.response.variant", "encoded"), new("simulate-spikes.response.version", "1"),
            new("simulate-spikes.ticks-per-frame", "1"), new("simulate-spikes.scale", "4"), new("simulate-spikes.margin", "20"), new("simulate-spikes.seed", "1"),
        ],
        StageForm.Parts([StageForm.Of(new SimulateSpikes(new IntegrateAndFireModel(2.5), new NoNoise()))]));

    [Fact]
    public void StagesOfOneName_AreToldApart() => Assert.Equal(
        ["interpolate.factor", "interpolate#2.factor"],
        StageForm.Parts([StageForm.Of(new Interpolate(null, 2)), StageForm.Of(new Interpolate(null, 4))])
            .Select(part => part.Name).Where(name => name.EndsWith("factor", StringComparison.Ordinal)));

    [Fact]
    public void FileParameter_StandsForItsBytes()
    {
        var stage = new Weighted("small.npz", [1, 2], Tone.DarkRoom);

        Assert.Equal("""{"stage":"weighted","version":3,"weights":"digest of small.npz","sizes":[1,2],"tone":"dark-room"}""", StageForm.InKey(stage, path => "digest of " + path).ToJsonString());
        Assert.Equal("small.npz", StageForm.Of(stage)["weights"]!.GetValue<string>());
        Assert.Equal(["small.npz"], StageForm.FilesOf([stage]).Select(file => file.Path));
    }

    static string NoFile(string path) => throw new InvalidOperationException(path);

    enum Tone
    {
        DarkRoom,
    }

    [Stage("weighted", Version = 3)]
    sealed record Weighted([property: FileInKey] string Weights, IReadOnlyList<int> Sizes, Tone Tone);
}
