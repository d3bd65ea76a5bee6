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

    readonly SourceDigests digests = new(new StoreMemory(workspace.StoreDirectory).Sources, workspace.Jobs);
    readonly Dictionary<object, (KeyPart[] Parts, SourceFile[] Files)> recipes = [];

    /// <summary>The key of a clip: source bytes, names, stages with versions and parameters. Never a path, a time or a machine.</summary>
    /// <remarks>The recipe's own name is left out, so that renaming it, or two recipes that agree, build nothing twice.</remarks>
    public ClipPlan Plan(ClipSource clip, Action<string>? read = null)
    {
        if (clip.Problem is { } problem) throw problem;
        clip.RequireNames();
        SourceFile[] files = digests.Of(clip, read, workspace.Cancellation);
        (KeyPart[] Parts, SourceFile[] Files) stages = Stages(clip);
        KeyPart[] parts =
        [
            new("key format", KeyFormat), new("clip", clip.Name), new("split", clip.Split),
            .. stages.Parts,
            .. files.Select(file => new KeyPart(SourcePrefix + Path.GetFileName(file.Path), file.Digest)),
        ];
        return new(clip, ContentKey.Of(parts), parts, [.. files, .. stages.Files]);
    }

    /// <summary>Makes sure that what was read of a clip since it was planned is what its key says.</summary>
    /// <exception cref="Compute.SpikeDataException">A file changed (SPIKE402).</exception>
    public void AssertUnchanged(ClipPlan plan) => digests.AssertUnchanged(plan.Files, workspace.Cancellation);

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
    bool FilesOfClips => StageForm.FilesOf(pipeline.Stages).Any(file => ClipFiles.AreOwn(file.Path));

    /// <summary>The same for all clips of which the source says the same, unless they have files of their own.</summary>
    (KeyPart[] Parts, SourceFile[] Files) Stages(ClipSource clip)
    {
        object source = pipeline.Source.InKeyOf(clip);
        if (FilesOfClips) return RecipeOf(clip, source);
        if (!recipes.TryGetValue(source, out (KeyPart[] Parts, SourceFile[] Files) recipe)) recipes.Add(source, recipe = RecipeOf(clip, source));
        return recipe;
    }

    /// <summary>What of a key comes from the recipe, and the files that its stages name.</summary>
    (KeyPart[] Parts, SourceFile[] Files) RecipeOf(ClipSource clip, object source)
    {
        List<SourceFile> files = [];
        JsonObject[] forms = [.. pipeline.Stages.Select(stage => StageForm.InKey(stage == pipeline.Source ? source : stage, DigestOf))];
        forms[0]["stage"] = StageForm.NameOf(pipeline.Source);
        IEnumerable<KeyPart> code = pipeline.CodeVersion.Length > 0 ? [new("code of own stages", pipeline.CodeVersion)] : [];
        return ([new("stages", string.Join(", ", pipeline.Stages.Select(StageForm.NameOf))), .. code, .. StageForm.Parts(forms)], [.. files]);

        string DigestOf(string path)
        {
            files.Add(digests.Of(workspace.Resolve(ClipFiles.Of(path, clip))));
            return files[^1].Digest;
        }
    }
}
