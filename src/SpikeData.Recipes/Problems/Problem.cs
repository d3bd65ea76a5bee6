namespace SpikeData.Recipes;

/// <summary>One thing wrong with a recipe file: what, where, what was expected, and the way out.</summary>
/// <param name="Id">Such as "SPIKE102"; docs/errors.md has a section on each.</param>
/// <param name="Message">One line.</param>
/// <param name="Span">Where to look.</param>
public sealed record Problem(string Id, string Message, SourceSpan Span)
{
    /// <summary>The form that build tools understand: <c>datasets.yaml(14,9): error SPIKE102: ...</c></summary>
    public string ToString(string file) => $"{file}({Span.Line},{Span.Column}): error {Id}: {Message}";
}
