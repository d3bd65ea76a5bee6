namespace SpikeData.Recipes;

/// <summary>The named pieces of a YAML file, and a bound on all that their names stand for: aliases of aliases grow exponentially.</summary>
sealed class YamlAnchors(ProblemList problems)
{
    // An anchor whose piece is not complete yet stands for null.
    readonly Dictionary<string, YamlNode?> nodes = [];
    int total;

    public void Open(string name) => nodes[name] = null;

    public void Close(string name, YamlNode node) => nodes[name] = node;

    /// <summary>The piece that an alias stands for, at the alias's place; nothing when there is none, which is reported.</summary>
    public YamlNode Resolve(string name, int level, SourceSpan span)
    {
        if (nodes.TryGetValue(name, out YamlNode? node) && node is not null)
        {
            Count(node.Weight, node.Height, level, span);
            return node with { Span = span };
        }

        bool isPath = name.IndexOfAny(['.', '/', '*']) >= 0;
        problems.Add(ProblemId.BadReference, span, nodes.ContainsKey(name)
            ? $"'*{name}' stands inside '&{name}', so it would contain itself."
            : isPath ? $"A path that begins with a star needs quotes: \"*{name}\""
            : $"No '&{name}' stands before '*{name}'.{Spelling.Suggest(name, nodes.Keys)} Anchors here: {Wording.List(nodes.Keys.Take(10))}.");
        return new YamlScalar("", IsPlain: true, span);
    }

    /// <summary>Counts what comes in at a level.</summary>
    /// <exception cref="TooLargeException">It is more, or deeper, than a recipe file may hold.</exception>
    public void Count(int weight, int height, int level, SourceSpan span)
    {
        total += weight;
        if (total > RecipeLimits.Weight)
            throw new TooLargeException(span,
                $"The file holds more than {RecipeLimits.Weight} values once its aliases are written out. Use fewer or smaller aliases.");
        if (level + height - 1 > RecipeLimits.Height)
            throw new TooLargeException(span,
                $"Lists and mappings stand more than {RecipeLimits.Height} levels deep here. Recipes need fewer than ten.");
    }
}
