using SpikeData.Compute;
using SpikeData.Pipelines;

namespace SpikeData.Cli;

/// <summary>What there is of data sets and models, in a line for people.</summary>
static class StatusWords
{
    /// <param name="status">What there is.</param>
    /// <param name="placeOf">A folder as it is shown.</param>
    internal static string Of(DatasetStatus status, Func<string, string> placeOf)
    {
        string clips = $"{status.FinishedClips} of {Counted.Of(status.Clips, "clip")}", problem = Shown.First(status.Problems);
        string state = status.Condition switch
        {
            DatasetCondition.UpToDate => "up to date",
            DatasetCondition.Stale => $"stale: {Shown.First([.. status.Changes.Select(change => change.Sentence)])}",
            DatasetCondition.Partial when status.FinishedClips == status.Clips => "not in place, but its clips are finished",
            DatasetCondition.Partial => $"partly built: {clips}",
            DatasetCondition.Building => $"being built by {status.Builder}: {clips}",
            DatasetCondition.Failed => $"failed: {problem}",
            DatasetCondition.NoSource => $"no source: {problem}",
            _ => "not built yet",
        };
        string there = $"{Counted.Of(status.Samples, "sample")}, {Shown.Size(status.Bytes)}, in {placeOf(status.Directory)}";
        return status.Samples == 0 ? state : $"{state.TrimEnd('.')}; {there}";
    }

    /// <inheritdoc cref="Of(DatasetStatus, Func{string, string})"/>
    internal static string Of(ModelStatus status, Func<string, string> placeOf)
    {
        IEnumerable<string> networks = status.Networks.GroupBy(network => Of(network))
            .Select(same => same.Count() == status.Networks.Count ? same.Key : $"{string.Join(", ", same.Select(network => network.Name))} {same.Key}");
        string state = status.Networks.Count == 0 ? "not known" : string.Join("; ", networks);
        string trainer = status.Trainer is { } who ? $"being trained by {who}; " : "", problem = status.Problems.Count > 0 ? $" ({Shown.First(status.Problems)})" : "";
        bool isThere = status.Networks.Any(network => network.Condition != NetworkCondition.Missing);
        return $"{trainer}{state}{problem}{(isThere ? $"; {Shown.Size(status.Bytes)}, in {placeOf(status.Directory)}" : "")}";
    }

    static string Of(NetworkStatus status) => status.Condition switch
    {
        NetworkCondition.Trained => "trained",
        NetworkCondition.Stale when status.Changes.Count == 0 => "trained, but stale",
        NetworkCondition.Stale => $"trained, but stale: {Shown.First([.. status.Changes.Select(change => change.Sentence)])}",
        NetworkCondition.Partial when status.Steps == 0 => "half trained",
        NetworkCondition.Partial => $"half trained: step {status.Step} of {status.Steps}",
        _ => "not trained yet",
    };
}
