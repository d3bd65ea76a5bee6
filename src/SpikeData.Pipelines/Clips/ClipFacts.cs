using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>What stages found out about a clip while its frames passed, such as how far things move; it stands in the manifest.</summary>
/// <remarks>It is for stages from clip to clip. What a product finds out belongs in its own facts: it may be taken over, and others recorded.</remarks>
public sealed class ClipFacts
{
    /// <summary>The name of a fact that people are told of at the end of a build.</summary>
    public const string Warning = "warning";

    readonly Dictionary<string, JsonObject> facts = [];

    /// <summary>Notes facts, in place of what was noted under this name before.</summary>
    /// <param name="about">What they are about, such as "interpolation".</param>
    /// <param name="found">The facts: the same on every machine.</param>
    public void Note(string about, JsonObject found)
    {
        lock (facts) facts[about] = found;
    }

    /// <summary>What people are to be told, of everything noted so far.</summary>
    public IReadOnlyList<string> Warnings => [.. WarningsIn(new(All))];

    /// <summary>The warnings among facts by name, as a manifest has them; a manifest is a file, in which anything may stand.</summary>
    internal static IEnumerable<string> WarningsIn(JsonObject facts) =>
        facts.Select(about => (about.Value as JsonObject)?[Warning]).OfType<JsonValue>().Select(warning => warning.TryGetValue(out string? text) ? text : null).OfType<string>();

    /// <summary>Everything noted, by name.</summary>
    internal IEnumerable<KeyValuePair<string, JsonNode?>> All
    {
        get
        {
            lock (facts) return [.. facts.OrderBy(fact => fact.Key, StringComparer.Ordinal).Select(fact => KeyValuePair.Create<string, JsonNode?>(fact.Key, fact.Value.DeepClone()))];
        }
    }
}
