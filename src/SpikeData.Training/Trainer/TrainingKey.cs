using System.Globalization;
using System.Text.Json.Nodes;
using SpikeData.Pipelines;

namespace SpikeData.Training;

/// <summary>Everything that the weights of a network depend on: as a key, and in parts that tell a person what changed.</summary>
/// <param name="Text">The key.</param>
/// <param name="Parts">The parts.</param>
sealed record TrainingKey(string Text, IReadOnlyList<KeyPart> Parts)
{
    const int Version = 1;

    /// <summary>The key of what a recipe describes by a record.</summary>
    /// <param name="what">What the record describes.</param>
    /// <param name="name">What people call it: parameters are told as <c>bsn.epochs</c>.</param>
    /// <param name="record">A record of the recipe.</param>
    /// <param name="work">Where its files lie.</param>
    /// <param name="others">What the weights depend on beside it.</param>
    /// <param name="told">The same for people.</param>
    public static TrainingKey Of(string what, string name, object record, ModelWork work, IEnumerable<KeyPart> others, IEnumerable<KeyPart> told)
    {
        JsonObject form = StageForm.InKey(record, file => Digest.OfFile(work.Workspace.Resolve(file)));
        ContentKey key = ContentKey.Of([new("version", Version.ToString(CultureInfo.InvariantCulture)), new(what, form.ToJsonString()), .. others]);
        form["stage"] = name;
        return new(key.Text, [.. StageForm.Parts([form]), .. told]);
    }
}
