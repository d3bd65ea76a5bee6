namespace SpikeData.Recipes.Tests;

public class KebabCaseTests
{
    [Theory]
    [InlineData("TicksPerSecond", "ticks-per-second")]
    [InlineData("from", "from")]
    [InlineData("SSdm", "s-sdm")]
    [InlineData("DSFTMethod", "dsft-method")]
    [InlineData("Conv2D", "conv2-d")]
    [InlineData("RGB", "rgb")]
    public void CSharpNames_BecomeLowerCaseWordsJoinedByDashes(string name, string kebab) => Assert.Equal(kebab, KebabCase.Of(name));

    [Theory]
    [InlineData("demo-1", "Demo1")]
    [InlineData("gopro", "Gopro")]
    public void Names_BecomeCSharpNames(string name, string pascal) => Assert.Equal(pascal, KebabCase.ToPascal(name));

    [Theory]
    [InlineData("a", true)]
    [InlineData("gopro-half-2", true)]
    [InlineData("", false)]
    [InlineData("-a", false)]
    [InlineData("a-", false)]
    [InlineData("a--b", false)]
    [InlineData("2a", false)]
    [InlineData("a_b", false)]
    [InlineData("a\u0131", false)]
    public void OnlyPlainWords_AreKebabCase(string name, bool isKebab) => Assert.Equal(isKebab, KebabCase.Is(name));
}
