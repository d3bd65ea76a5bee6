namespace SpikeData.Recipes;

/// <summary>A list.</summary>
sealed record YamlSequence(IReadOnlyList<YamlNode> Items, SourceSpan Span) : YamlNode(Span)
{
    public override string Kind => "a list";
}
