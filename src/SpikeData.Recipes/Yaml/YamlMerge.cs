namespace SpikeData.Recipes;

/// <summary>The key <c>&lt;&lt;</c>: brings in the entries of other mappings; the mapping's own keys, and earlier mappings, win.</summary>
sealed class YamlMerge(ProblemList problems)
{
    public const string Key = "<<";

    public IReadOnlyList<YamlEntry> Apply(IReadOnlyList<YamlEntry> entries)
    {
        List<YamlEntry> result = [.. entries.Where(entry => !IsMerge(entry))];
        HashSet<string> keys = [.. result.Select(entry => entry.Key.Text)];
        foreach (YamlEntry merge in entries.Where(IsMerge))
        {
            foreach (YamlMapping mapping in MappingsOf(merge))
                result.AddRange(mapping.Entries.Where(entry => keys.Add(entry.Key.Text)).Select(entry => entry with { MergedAt = merge.Key.Span }));
        }

        return result;
    }

    static bool IsMerge(YamlEntry entry) => entry.Key is { IsPlain: true, Text: Key };

    IEnumerable<YamlMapping> MappingsOf(YamlEntry merge)
    {
        IReadOnlyList<YamlNode> nodes = merge.Value is YamlSequence list ? list.Items : [merge.Value];
        foreach (YamlNode node in nodes.Where(node => node is not YamlMapping))
            problems.Add(ProblemId.BadReference, node.Span,
                $"'<<' merges mappings, and this is {node.Kind}. Write '<<: *name', with '&name' before a mapping.");
        return nodes.OfType<YamlMapping>();
    }
}
