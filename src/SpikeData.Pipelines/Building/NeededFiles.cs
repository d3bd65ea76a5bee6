namespace SpikeData.Pipelines;

/// <summary>The files that the stages of a recipe name and that all clips share, such as the weights of a network.</summary>
static class NeededFiles
{
    /// <summary>Those that are not there.</summary>
    public static IReadOnlyList<NamedFile> Absent(Pipeline pipeline, Workspace workspace) =>
        [.. StageForm.FilesOf(pipeline.Stages).Where(file => !ClipFiles.AreOwn(file.Path) && !File.Exists(workspace.Resolve(file.Path))).Distinct()];

    /// <summary>Why a recipe is skipped that may be; null where nothing it needs is absent.</summary>
    public static string? WhySkipped(Pipeline pipeline, bool isSourceAbsent, Workspace workspace)
    {
        IReadOnlyList<NamedFile> absent = Absent(pipeline, workspace);
        if (!isSourceAbsent && !(pipeline.Source.Optional && absent.Count > 0)) return null;
        IEnumerable<string> source = isSourceAbsent ? [$"nothing at {pipeline.Source.Pattern}"] : [];
        IEnumerable<string> files = absent.Select(file => file.Origin.Length > 0 ? $"no {file.Path} ({file.Origin})" : $"no {file.Path}");
        return $"there is {string.Join(" and ", source.Concat(files))} yet";
    }

    /// <exception cref="Compute.SpikeDataException">A file is not there (SPIKE522).</exception>
    public static void Check(Pipeline pipeline, Workspace workspace)
    {
        if (Absent(pipeline, workspace) is [var first, ..]) throw Errors.FileAbsent(first, workspace.RecipeDirectory);
    }
}
