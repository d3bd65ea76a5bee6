using System.Text.Json.Nodes;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>What becomes of a clip when a frame of its video is damaged or missing.</summary>
static class DamagedFrames
{
    /// <summary>Under what the manifest tells it.</summary>
    public const string Fact = "damaged";

    /// <summary>Whether an error speaks of damage, of a frame or of a whole file.</summary>
    public static bool IsMeant(SpikeDataException error) => error.Id is "SPIKE443" or "SPIKE447";

    /// <summary>The clip is left out.</summary>
    public static SkippedClipException Skip(SpikeDataException error) => new(new JsonObject
    {
        ["skipped"] = error.Id,
        [ClipFacts.Warning] = $"left out, since {Words(error)}",
    });

    /// <summary>The clip ends here.</summary>
    public static JsonObject Cut(SpikeDataException error, int frames, int? count)
    {
        JsonObject facts = new() { ["cutAtFrame"] = frames };
        if (count is { } all) facts["framesLost"] = all - frames;
        facts[ClipFacts.Warning] = $"cut, since {Words(error)}";
        return facts;
    }

    /// <summary>What became of the clips that were left out or cut, as a sentence goes on.</summary>
    public static IReadOnlyList<string> In(Manifest manifest)
    {
        // What all clips have in common stands in the manifest once.
        return [.. manifest.Clips.Select(clip => (clip.Title, Words: Warning(clip.Products) ?? Warning(manifest.Products))).Where(clip => clip.Words is not null).Select(clip => $"{clip.Words} ({clip.Title})")];

        static string? Warning(JsonObject facts) => (facts[Fact] as JsonObject)?[ClipFacts.Warning]?.ToString();
    }

    /// <summary>The message up to the way out, without the path, which differs among machines.</summary>
    static string Words(SpikeDataException error)
    {
        string text = error.File is { } path ? error.Message.Replace($"'{path}'", "it", StringComparison.Ordinal) : error.Message;
        int end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? text : text[..end];
    }
}
