namespace SpikeData.Pipelines;

/// <summary>Marks a value type that YAML writes as one word, such as <c>640x360</c>; the type has a static <c>Parse(string)</c>.</summary>
/// <remarks>The compiler cannot run <c>Parse</c> on a recipe, so the form is also stated as a regular expression.</remarks>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class ScalarAttribute(string pattern, string example) : Attribute
{
    /// <summary>A regular expression that the whole word matches.</summary>
    public string Pattern { get; } = pattern;

    /// <summary>A word to show in an error message, such as "640x360".</summary>
    public string Example { get; } = example;

    /// <summary>Whether the numbers in the word may not fall, as in <c>180..252</c>.</summary>
    public bool Ascending { get; init; }
}
