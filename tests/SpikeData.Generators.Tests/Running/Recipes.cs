namespace SpikeData.Generators.Tests;

/// <summary>Recipe files that several tests use.</summary>
static class Recipes
{
    /// <summary>The shortest recipe that works.</summary>
    public const string Short = "datasets:\n  demo:\n" + ShortStages;

    /// <summary>Two of them.</summary>
    public const string Two = Short + "  other:\n" + ShortStages;

    /// <summary>The shortest recipe with one of the project's own stages put before the exposure.</summary>
    public static string With(string stage) => Short.Replace("    - expose", $"    - {stage}\n    - expose", StringComparison.Ordinal);

    const string ShortStages = "    - decode: { from: a.mp4 }\n    - expose\n    - synthesize-blur\n    - write\n";
}
