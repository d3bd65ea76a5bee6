using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Something that went wrong in a build, with the place of the recipe to look at.</summary>
/// <param name="Mark">Where in the recipe.</param>
/// <param name="Id">Such as "SPIKE401".</param>
/// <param name="Message">What is wrong, what was expected, the way out.</param>
public sealed record BuildFailure(RecipeMark Mark, string Id, string Message)
{
    /// <summary>What the system said, or where a stage's code failed; null when there is nothing more to know.</summary>
    public Exception? Cause { get; init; }

    /// <summary>The canonical form that MSBuild and editors understand: <c>datasets.yaml(4,7): error SPIKE401: ...</c></summary>
    public override string ToString() => $"{Mark}: error {Id}: {Message}";

    /// <summary>The canonical form, followed by where the code of a stage failed, for failures that are defects.</summary>
    public string Full => Id == Errors.StageFailedId ? $"{this}{Environment.NewLine}{Cause}" : ToString();

    /// <summary>Points at the stage that failed, where that is known, and at the recipe otherwise.</summary>
    internal static BuildFailure Of(Pipeline pipeline, SpikeDataException error, string clip = "")
    {
        object? stage = Errors.StageOf(error) ?? (error.File is null ? null : pipeline.Source);
        RecipeMark mark = stage is null ? pipeline.Mark : pipeline.MarkOf(stage);
        return new(mark, error.Id, clip.Length == 0 ? error.Message : $"Clip {FileName.Quoted(clip)}: {error.Message}") { Cause = error.InnerException };
    }
}
