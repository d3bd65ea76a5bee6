using System.Text.RegularExpressions;

namespace SpikeData.Generators.Tests;

/// <summary>What of a project's own code makes its data sets out of date.</summary>
public class CodeDigestTests
{
    const string Snow = """
        using SpikeData.Pipelines;
        namespace Somebody.Weather;

        /// <summary>Lets it snow.</summary>
        [Stage("add-snow")]
        public sealed record AddSnow : IStage<Clip, Clip>
        {
            public Clip Apply(Clip input) => Flakes.Fall(input.Softened());
        }
        // next file
        static class Flakes
        {
            public static T Fall<T>(T clip) => Wind.Blow(clip, 3);
        }

        static class Wind
        {
            public static T Blow<T>(T clip, int speed) => clip;
        }
        // next file
        static class Soft
        {
            public static T Softened<T>(this T clip) => clip;
        }

        class Elsewhere
        {
            int number = 1;
        }
        """;

    [Fact]
    public void ShippedStages_HaveNoCodeVersion() => Assert.Equal("", CodeVersion(Recipes.Short, Snow));

    [Theory]
    [InlineData("Lets it snow", "Lets it thaw", true)]
    [InlineData("=> Flakes", "=>\n    Flakes", true)]
    [InlineData("// next file", "// next file\n// a comment", true)]
    [InlineData("number = 1", "number = 2", true)]
    [InlineData("input.Softened()", "input", false)]
    [InlineData("Blow(clip, 3)", "Blow(clip, 4)", false)]
    [InlineData("int speed) => clip", "int speed) => (clip)", false)]
    [InlineData("this T clip) => clip", "this T clip) => (clip)", false)]
    public void CodeThatAStageReaches_Counts(string before, string after, bool isSame)
    {
        string edited = Snow.Replace(before, after, StringComparison.Ordinal);
        Assert.NotEqual(Snow, edited);
        string first = CodeVersion(Recipes.With("add-snow"), Snow), second = CodeVersion(Recipes.With("add-snow"), edited);
        Assert.Matches("^[0-9a-f]{32}$", first);
        Assert.Equal(isSame, first == second);
    }

    static string CodeVersion(string yaml, string code) =>
        Regex.Match(new Consumer(yaml, code).Generate().Source("Demo.Pipeline.g.cs"), "CodeVersion => \"(.*)\"").Groups[1].Value;
}
