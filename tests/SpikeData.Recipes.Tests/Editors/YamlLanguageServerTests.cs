namespace SpikeData.Recipes.Tests;

/// <summary>What a person sees in an editor that completes and checks recipes by the schema.</summary>
public sealed class YamlLanguageServerTests(YamlLanguageServer editor) : IClassFixture<YamlLanguageServer>
{
    const string Begin = "datasets:\n  street:\n    - ";

    [Fact]
    public async Task Stages_AreCompletedAsKeys_NeverAsTheirOwnValue()
    {
        editor.SkipUnlessInstalled();
        IReadOnlyDictionary<string, string> offers = await editor.Complete(Begin);
        Assert.Equal("write: ", offers["write"]);
        Assert.StartsWith("decode:", offers["decode"], StringComparison.Ordinal);
        Assert.All(TestStages.All.Stages, stage => Assert.DoesNotContain(stage.Name, offers[stage.Name][stage.Name.Length..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task KeysAndWords_AreCompleted()
    {
        editor.SkipUnlessInstalled();
        Assert.Equal(["frames", "skip"], (await editor.Complete(Begin + "expose:\n        ")).Keys.Order());
        Assert.Equal("dense-flow", (await editor.Complete(Begin + "interpolate: { method: "))["dense-flow"]);
        Assert.Equal(["hard", "soft"], (await editor.Complete(Begin + "simulate-spikes: { reset: ")).Keys.Order());
    }

    [Fact]
    public async Task Help_IsTheSummary()
    {
        editor.SkipUnlessInstalled();
        Assert.Contains("The stage expose.", await editor.Hover(Begin + "expose: { frames: 3 }", "expose"), StringComparison.Ordinal);
        Assert.Contains("Keeps the residue.", await editor.Hover(Begin + "simulate-spikes: { reset: soft }", "soft"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("expose: { frames: many }", "(3,25): Incorrect type. Expected \"integer\".")]
    [InlineData("expose: { frames: 0 }", "(3,25): Value is below the minimum of 1.")]
    [InlineData("expose: { skp: 2 }", "(3,17): Property skp is not allowed.")]
    [InlineData("wriet: {}", "(3,7): Property wriet is not allowed.")]
    [InlineData("wriet", "(3,7): No stage of this name works without parameters; these do: expose, extract-sharp, interpolate, simulate-spikes, synthesize-blur, write.")]
    [InlineData("decode: { size: 640x360 }", "(3,7): Missing property \"from\".")]
    public async Task Mistakes_AreShownWhereTheyAre(string stage, string finding)
    {
        editor.SkipUnlessInstalled();
        Assert.Equal([finding], await editor.Check(Begin + stage + "\n"));
    }

    [Theory]
    [InlineData("write")]
    [InlineData("write:")]
    [InlineData("decode: { from: clips, frames: 3..9 }")]
    [InlineData("simulate-spikes: { noise: { dark: { rate: 0.5 } }, weights: [0.5, 1] }")]
    public async Task RightStages_AreLeftAlone(string stage)
    {
        editor.SkipUnlessInstalled();
        Assert.Empty(await editor.Check(Begin + stage + "\n"));
    }
}
