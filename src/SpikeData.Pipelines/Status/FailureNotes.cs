using SpikeData.Imaging;

namespace SpikeData.Pipelines;

/// <summary>Notes in the store why the latest build of a data set failed, until one succeeds.</summary>
sealed class FailureNotes(Workspace workspace)
{
    const int Most = 20;

    /// <summary>Why the latest build failed; nothing where it did not, or where the recipe is another one since.</summary>
    public IReadOnlyList<string> Of(Pipeline pipeline) =>
        Json.Read<Note>(PathOf(pipeline), FaultOf).Value is { } note && note.Recipe == RecipeOf(pipeline) ? note.Failures : [];

    /// <summary>Keeps what became of a build. A note that cannot be written is not worth another failure.</summary>
    public void Keep(Pipeline pipeline, DatasetResult result)
    {
        string path = PathOf(pipeline);
        try
        {
            if (result.State == DatasetState.Failed)
                AtomicFile.Write(path, Json.Write(new Note(pipeline.Name, RecipeOf(pipeline), [.. result.Failures.Take(Most).Select(InWords)])));
            else if (File.Exists(path)) Disk.DeleteFile(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The disk is full or read-only, which the build itself has said.
        }
    }

    static string InWords(BuildFailure failure) => $"{failure.Id}: {failure.Message}";

    string PathOf(Pipeline pipeline)
    {
        string name = Digest.OfText(string.Join('\n', workspace.RecipeDirectory, workspace.OutputDirectory, pipeline.Name))[..16];
        return Path.Combine(workspace.StoreDirectory, "failures", $"{name}.json");
    }

    static ContentKey RecipeOf(Pipeline pipeline) => ContentKey.OfText(Planner.FormOf(pipeline).ToJsonString());

    static string? FaultOf(Note note) => note.Failures.Contains(null!) ? "a failure is null." : null;

    /// <param name="Dataset">The data set's name, for people.</param>
    /// <param name="Recipe">Tells its stages and parameters from others.</param>
    /// <param name="Failures">What went wrong.</param>
    sealed record Note(string Dataset, ContentKey Recipe, IReadOnlyList<string> Failures);
}
