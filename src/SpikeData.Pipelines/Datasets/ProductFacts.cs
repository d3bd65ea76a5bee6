using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>What is true of the products of clips, by kind: what all share is said once in a manifest, the rest of each clip.</summary>
static class ProductFacts
{
    /// <summary>The facts that all clips agree on.</summary>
    public static JsonObject Common(IReadOnlyList<JsonObject> clips) => Select(clips[0], (kind, fact, value) =>
        clips.All(clip => JsonNode.DeepEquals(clip[kind]?[fact], value)));

    /// <summary>The facts of a clip that not all clips share.</summary>
    public static JsonObject Without(JsonObject clip, JsonObject common) => Select(clip, (kind, fact, _) => common[kind]?[fact] is null);

    /// <summary>What is true of the products of one clip: both again.</summary>
    public static JsonObject Merge(JsonObject common, JsonObject own)
    {
        JsonObject merged = common.DeepClone().AsObject();
        foreach ((string kind, JsonNode? facts) in own)
        {
            JsonObject target = merged[kind]?.AsObject() ?? (merged[kind] = new JsonObject()).AsObject();
            foreach ((string fact, JsonNode? value) in facts!.AsObject()) target[fact] = value?.DeepClone();
        }

        return merged;
    }

    static JsonObject Select(JsonObject facts, Func<string, string, JsonNode?, bool> takes) => new(
        from kind in facts
        let taken = kind.Value!.AsObject().Where(fact => fact.Value is not null && takes(kind.Key, fact.Key, fact.Value)).Select(fact => KeyValuePair.Create(fact.Key, fact.Value?.DeepClone()))
        where taken.Any()
        select KeyValuePair.Create<string, JsonNode?>(kind.Key, new JsonObject(taken)));
}
