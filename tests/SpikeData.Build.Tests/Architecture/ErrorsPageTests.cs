using System.Text.RegularExpressions;

namespace SpikeData.Build.Tests;

/// <summary>Every error a person can meet is explained in docs/errors.md, and nothing else is.</summary>
public sealed partial class ErrorsPageTests
{
    [Fact]
    public void EveryId_HasOneSection()
    {
        string[] explained = [.. Section().Matches(File.ReadAllText(Repository.File("docs/errors.md"))).Select(match => match.Groups[1].Value)];
        Assert.Equal(explained.Distinct(), explained);
        Assert.Equal(Raised().Order(StringComparer.Ordinal), explained.Order(StringComparer.Ordinal));
    }

    /// <summary>The ids that stand as texts in the sources, tests and comments left out.</summary>
    static IEnumerable<string> Raised() => Directory.GetFiles(Repository.File("src"), "*.*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".targets", StringComparison.Ordinal))
        .SelectMany(file => Id().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value))
        .Distinct();

    [GeneratedRegex("^## (SPIKE[0-9]{3}): ", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("\"(SPIKE[0-9]{3})\"")]
    private static partial Regex Id();
}
