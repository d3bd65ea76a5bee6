using System.Text.RegularExpressions;
using CsCheck;

namespace SpikeData.Pipelines.Tests;

/// <summary>Names that a pattern fits: always in linear time, and always as the backtracking regex did, which is the independent way here.</summary>
public sealed class NamePatternTests
{
    static readonly Gen<string> Piece = Gen.Int[0, 8].Select(index => ((string[])["*", "?", "{clip}", "{split}", "a", "b", "_", ".", "ü"])[index]);

    static readonly Gen<string> Name = Gen.Int[0, 4].Select(index => "ab_.ü"[index]).Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void AnyPattern_FitsAndCapturesAsBacktrackingDoes() => Gen.Select(Piece.Array[1, 6].Select(string.Concat), Name).Sample((pattern, name) =>
    {
        string form = Regex.Escape(pattern).Replace(@"\*", ".*").Replace(@"\?", ".").Replace(@"\{split}", "(?<split>.+)").Replace(@"\{clip}", "(?<clip>.+)");
        Match expected = Regex.Match(name, $"^{form}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        bool isHidden = name[0] == '.' && pattern[0] != '.';

        bool fits = new NamePattern(pattern).Matches(name, default, out NamePattern.Captures captures);

        Assert.Equal(expected.Success && !isHidden, fits);
        if (!fits) return;
        Assert.Equal(Captured("split"), captures.Split);
        Assert.Equal(Captured("clip"), captures.Clip);

        string? Captured(string group) => expected.Groups[group] is { Success: true } found ? found.Value : null;
    }, iter: 2000);

    [Fact]
    public void ManyStars_EndAtOnce()
    {
        NamePattern pattern = new(string.Concat(Enumerable.Repeat("a*", 30)) + "b");

        Assert.False(pattern.Matches(new string('a', 200), default, out _));
        Assert.True(pattern.Matches(new string('a', 200) + "b", default, out _));
    }
}
