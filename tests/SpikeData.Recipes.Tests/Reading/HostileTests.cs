using System.Text;
using CsCheck;

namespace SpikeData.Recipes.Tests;

/// <summary>Files that nobody wrote in good faith: whatever they hold, reading ends, throws nothing and says where to look.</summary>
public class HostileTests
{
    const string Sound = """
        x-cut: &cut { frames: 97, skip: 7 }
        datasets:
          demo:
            description: "The paper's recipe."
            stages: &stages
              - decode: { from: samples/clips/cockatoo.mp4, frames: 180..219, size: 640x360 }
              - interpolate: { method: { rife: { weights: a.npz } }, factor: 8 }
              - expose: { <<: *cut, skip: 1 }
              - synthesize-blur
              - simulate-spikes:
                  noise: dark
                  rate: 0.5
                  terms: [none, inherent]
              - write
          fast:
            extends: demo
            matrix: { seed: [1, 2, 3] }
        """;

    static readonly string[] Pieces =
    [
        "&a ", "*a", "<<: *a", "{", "}", "[", "]", ":", "- ", "\n", "\n  ", "\t", "'", "\"", "|", ">", "? ", "!!x ", "---", "...", "%", "#", "~",
        "\0", "\ud800", "\u2028", "extends: demo", "1e999",
    ];

    static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    [Fact]
    public void TheSoundFile_HasNoProblems() => Assert.Empty(TestStages.Read(Sound).Problems);

    [Fact]
    public void AnyText_IsRead() => Gen.String.Sample(Read, iter: 2000);

    [Fact]
    public void AnyBytes_AreRead() => Gen.Byte.Array.Select(Encoding.UTF8.GetString).Sample(Read, iter: 2000);

    [Fact]
    public void AnyHeapOfYamlPieces_IsRead() => Piece.Array[0, 60].Select(string.Concat).Sample(Read, iter: 2000);

    [Fact]
    public void AnyDamage_IsRead() => (
        from place in Gen.Int[0, Sound.Length - 1]
        from length in Gen.Int[0, 20]
        from piece in Piece
        select Sound.Remove(place, Math.Min(length, Sound.Length - place)).Insert(place, piece)).Sample(Read, iter: 1000);

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    [InlineData(400_000, true)]
    public void Depth_IsBounded(int levels, bool tooDeep) => AssertTooLarge(new string('[', levels) + new string(']', levels), tooDeep);

    [Fact]
    public void AliasesOfAliases_AreCountedWrittenOut()
    {
        StringBuilder laughs = new("x-a: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]\n");
        for (int i = 1; i < 40; i++) laughs.Append($"x-{i}: &a{i} [*a{i - 1}, *a{i - 1}, *a{i - 1}, *a{i - 1}]\n");
        AssertTooLarge(laughs.Append("datasets: *a39").ToString(), true);
    }

    [Fact]
    public void LongFiles_AreRefused() => AssertTooLarge(new string('#', 1_000_001), true);

    [Fact]
    public void ManyRecipesAndStages_AreRefused()
    {
        AssertTooLarge("datasets:\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"  d{i}: {{ extends: d{i + 1} }}\n")), true);
        AssertTooLarge("datasets:\n  demo:\n" + string.Concat(Enumerable.Repeat("    - expose\n", 20_000)), true);
        AssertTooLarge("datasets:\n  demo:\n    - expose: {" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"k{i}: 1,")) + "}", true);
    }

    [Fact]
    public void ValuesTakenOverAgainAndAgain_AreCountedAgain()
    {
        string values = string.Join(',', Enumerable.Repeat("1", 20_000));
        string derived = string.Concat(Enumerable.Range(0, 500).Select(i => $"  d{i}: {{ extends: demo }}\n"));
        string stages = $"[decode: {{ from: a }}, expose, simulate-spikes: {{ weights: [{values}] }}, write]";
        AssertTooLarge($"datasets:\n  demo: {stages}\n{derived}", true);
    }

    [Fact]
    public void ManyProblems_AreCutOff()
    {
        string unknown = string.Concat(Enumerable.Range(0, 500).Select(i => $"  d{i}: [stage-{i}]\n"));
        Assert.Equal(100, TestStages.Read("datasets:\n" + unknown).Problems.Count);
    }

    static void Read(string yaml)
    {
        RecipeBook book = TestStages.Read(yaml);
        int lines = yaml.Split('\n').Length + yaml.Count(letter => letter is '\r' or '\u0085' or '\u2028' or '\u2029');
        Assert.All(book.Problems, problem => Assert.InRange(problem.Span.Line, 1, lines + 1));
        Assert.All(book.Problems, problem => Assert.InRange(problem.Span.Start, 0, yaml.Length));
        Assert.All(book.Problems, problem => Assert.DoesNotContain('\n', problem.Message));
        Assert.All(book.Recipes, recipe => Assert.Matches("^[a-z][a-z0-9-]*$", recipe.Name));
    }

    static void AssertTooLarge(string yaml, bool tooLarge) =>
        Assert.Equal(tooLarge, TestStages.Read(yaml).Problems.Any(problem => problem.Id == ProblemId.TooLarge));
}
