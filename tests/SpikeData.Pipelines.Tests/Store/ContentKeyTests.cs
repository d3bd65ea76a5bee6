namespace SpikeData.Pipelines.Tests;

/// <summary>Keys name results by what they depend on.</summary>
public sealed class ContentKeyTests
{
    [Fact]
    public void Key_IsTheSameOnEveryMachine() => Assert.Equal(
        "a0e8d7b3", ContentKey.Of([new("stage", "blur"), new("seed", "1")]).Text[..8]);

    [Fact]
    public void PartsThatReadTheSameWhenJoined_HaveDifferentKeys() => Assert.Equal(4, new[]
    {
        ContentKey.Of([new("a", "b=c")]),
        ContentKey.Of([new("a=b", "c")]),
        ContentKey.Of([new("a", "b"), new("", "c")]),
        ContentKey.Of([new("a", "b\n0:=1:c")]),
    }.Distinct().Count());

    [Fact]
    public void OrderOfParts_Matters() =>
        Assert.NotEqual(ContentKey.Of([new("a", "1"), new("b", "2")]), ContentKey.Of([new("b", "2"), new("a", "1")]));
}
