using System.Text.Json.Nodes;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Everything that the weights of a network depend on: as a key, and in parts that tell a person what changed.</summary>
/// <param name="Text">The key.</param>
/// <param name="Parts">The parts.</param>
sealed record CourseKey(string Text, IReadOnlyList<KeyPart> Parts)
{
    /// <summary>The parameters of a training as parts: <c>bsn.epochs</c>.</summary>
    public static IEnumerable<KeyPart> Parameters(string name, JsonObject form)
    {
        form["stage"] = name;
        return StageForm.Parts([form]);
    }
}
