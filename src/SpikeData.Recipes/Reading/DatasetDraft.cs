namespace SpikeData.Recipes;

/// <summary>A recipe as written: its parts sorted, nothing checked against stages yet.</summary>
sealed record DatasetDraft(string Name, SourceSpan Span, IReadOnlyList<Step> Steps)
{
    public string Description { get; init; } = "";

    public YamlScalar? Extends { get; init; }

    public YamlMapping? Matrix { get; init; }

    /// <summary>Whether something is wrong that has been reported; such a recipe is checked further, but not kept.</summary>
    public bool IsFaulty { get; init; }
}
