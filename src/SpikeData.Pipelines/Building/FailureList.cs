using System.Collections.Concurrent;
using SpikeData.Compute;

namespace SpikeData.Pipelines;

/// <summary>Collects what goes wrong, so that one clip's failure does not keep the others from being built.</summary>
sealed class FailureList(Pipeline pipeline)
{
    readonly ConcurrentBag<(string Clip, BuildFailure Failure)> failures = [];

    public bool IsEmpty => failures.IsEmpty;

    /// <summary>In the order of the clips, however many threads failed.</summary>
    public IReadOnlyList<BuildFailure> All => [.. failures.OrderBy(each => each.Clip, StringComparer.Ordinal).Select(each => each.Failure)];

    /// <summary>Notes what was found without trying anything.</summary>
    public void Add(IEnumerable<SpikeDataException> errors)
    {
        foreach ((int place, SpikeDataException error) in errors.Index()) failures.Add(($"{place:000000}", BuildFailure.Of(pipeline, error)));
    }

    /// <summary>Does something and notes its failure; cancellation is no failure.</summary>
    /// <param name="clip">The clip it is done for, or empty.</param>
    /// <param name="place">What is written to, for messages about the disk.</param>
    /// <param name="work">What is to be done.</param>
    public void Try(string clip, string place, Action work)
    {
        try
        {
            work();
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            failures.Add((clip, BuildFailure.Of(pipeline, Explain(place, error), clip)));
        }
    }

    static SpikeDataException Explain(string place, Exception error) =>
        Errors.Writing(place, error) as SpikeDataException ?? Errors.StageFailed(error);
}
