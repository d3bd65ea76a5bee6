namespace SpikeData.Recipes;

/// <summary>Keys with their values, each key once, merges carried out.</summary>
sealed record YamlMapping(IReadOnlyList<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    public override string Kind => "a mapping";

    public YamlEntry? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Text == key);

    /// <summary>These entries, and those of <paramref name="below"/> whose keys are not among them.</summary>
    public YamlMapping Over(YamlMapping below)
    {
        HashSet<string> keys = [.. Entries.Select(entry => entry.Key.Text)];
        IEnumerable<YamlEntry> others = below.Entries.Where(entry => !keys.Contains(entry.Key.Text));
        return this with { Entries = [.. Entries, .. others.Select(entry => entry with { IsInherited = true })] };
    }
}
