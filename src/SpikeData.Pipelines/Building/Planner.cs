using System.Globalization;
using System.Text.Json.Nodes;

namespace SpikeData.Pipelines;

/// <summary>Finds out what the clips of a recipe depend on, and so under which keys their files are kept.</summary>
sealed class Planner(Pipeline pipeline, Workspace workspace)
{
    /// <summary>The version of the way keys are made; another one makes every key another.</summary>
    const string KeyFormat = "1";

    /// <summary>What the names of parts that are source files begin with.</summary>
    public const string SourcePrefix = "source ";

    readonly SourceDigests digests = new(Path.Combine(workspace.StoreDirectory, "sources"), workspace.Jobs);
    KeyPart[]? recipe;

    /// <summary>The key of a clip: source bytes, names, stages with versions and parameters. Never a path, a time or a machine.</summary>
    /// <remarks>The recipe's own name is left out, so that renaming it, or two recipes that agree, build nothing twice.</remarks>
    public ClipPlan Plan(ClipSource clip, Action<string>? read = null)
    {
        clip.RequireNames();
        SourceFile[] files = digests.Of(clip, read, workspace.Cancellation);
        KeyPart[] parts =
        [
            new("key format", KeyFormat), new("clip", clip.Name), new("split", clip.Split),
            .. FilesOfClips ? RecipeParts(clip) : recipe ??= [.. RecipeParts(clip)],
            .. files.Select(file => new KeyPart(SourcePrefix + Path.GetFileName(file.Path), file.Digest)),
        ];
        return new(clip, ContentKey.Of(parts), parts);
    }

    /// <summary>The key of the whole data set: its clips, and everything else that its manifest says.</summary>
    public static ContentKey KeyOf(Pipeline pipeline, IEnumerable<ClipPlan> clips) => ContentKey.Of(
    [
        new("manifest format", Manifest.CurrentFormat.ToString(CultureInfo.InvariantCulture)),
        new("name", pipeline.Name), new("description", pipeline.Description), new("stages", FormOf(pipeline).ToJsonString()),
        .. clips.Select(clip => new KeyPart(clip.Source.Title, clip.Key.Text)),
    ]);

    /// <summary>The stages with all their parameters.</summary>
    public static JsonArray FormOf(Pipeline pipeline) => [.. pipeline.Stages.Select(StageForm.Of)];

    /// <summary>Whether a stage names a file that each clip has of its own.</summary>
    bool FilesOfClips => StageForm.FilesOf(pipeline.Stages).Any(ClipFiles.AreOwn);

    IEnumerable<KeyPart> RecipeParts(ClipSource clip)
    {
        yield return new("stages", string.Join(", ", pipeline.Stages.Select(StageForm.NameOf)));
        if (pipeline.CodeVersion.Length > 0) yield return new("code of own stages", pipeline.CodeVersion);
        JsonObject[] forms = [.. pipeline.Stages.Select(stage => StageForm.InKey(stage, path => digests.Of(workspace.Resolve(ClipFiles.Of(path, clip)))))];
        foreach (KeyPart part in StageForm.Parts(forms)) yield return part;
    }
}
