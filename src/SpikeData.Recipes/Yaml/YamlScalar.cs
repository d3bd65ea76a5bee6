namespace SpikeData.Recipes;

/// <summary>A word, number or text.</summary>
sealed record YamlScalar(string Text, bool IsPlain, SourceSpan Span) : YamlNode(Span)
{
    /// <summary>Nothing at all, or YAML's words for it.</summary>
    public bool IsNull => IsPlain && Text is "" or "~" or "null";

    public override string Kind => IsNull ? "nothing" : IsPlain ? Wording.Quote(Text) : $"the text {Wording.Quote(Text)}";
}
