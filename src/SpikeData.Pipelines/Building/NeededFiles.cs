namespace SpikeData.Pipelines;

/// <summary>The files that the stages of a recipe name and that all clips share, such as the weights of a network.</summary>
static class NeededFiles
{
    /// <summary>Those that are not there.</summary>
    public static IReadOnlyList<NamedFile> Absent(Pipeline pipeline, Workspace workspace) =>
        [.. StageForm.FilesOf(pipeline.Stages).Where(file => !ClipFiles.AreOwn(file.Path) && !File.Exists(workspace.Resolve(file.Path))).Distinct()];

    /// <exception cref="Compute.SpikeDataException">A file is not there (SPIKE522).</exception>
    public static void Check(Pipeline pipeline, Workspace workspace)
    {
        if (Absent(pipeline, workspace) is [var first, ..]) throw Errors.FileAbsent(first, workspace.RecipeDirectory);
    }
}
