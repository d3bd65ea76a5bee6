namespace SpikeData.Recipes;

/// <summary>One key and its value.</summary>
sealed record YamlEntry(YamlScalar Key, YamlNode Value)
{
    /// <summary>Whether it was taken over from the recipe that this one extends, where it has been checked already.</summary>
    public bool IsInherited { get; init; }

    /// <summary>The merge key that brought it in, when there is one.</summary>
    public SourceSpan? MergedAt { get; init; }

    /// <summary>" (merged by &lt;&lt; at 5,3)", so that a message about it can be understood; otherwise nothing.</summary>
    public string Origin => MergedAt is { } span ? $" (merged by << at {span.Line},{span.Column})" : "";
}
