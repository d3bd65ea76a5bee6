using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Ends the work on a clip that the recipe leaves out.</summary>
sealed class SkippedClipException(JsonObject facts) : Exception
{
    /// <summary>What the manifest says of it.</summary>
    public JsonObject Facts { get; } = facts;
}
