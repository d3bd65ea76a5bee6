namespace SpikeData.Pipelines;

/// <summary>What became of one data set.</summary>
/// <param name="Name">The recipe's name.</param>
/// <param name="State">How the build ended.</param>
/// <param name="Directory">The data set's folder.</param>
/// <param name="Samples">How many samples it holds.</param>
/// <param name="Elapsed">How long the build took.</param>
/// <param name="Failures">What went wrong, clip by clip.</param>
public sealed record DatasetResult(
    string Name, DatasetState State, string Directory, int Samples, TimeSpan Elapsed, IReadOnlyList<BuildFailure> Failures)
{
    /// <summary>The file that proves what the folder holds.</summary>
    public string Manifest => Path.Combine(Directory, "manifest.json");

    /// <summary>Why there is nothing to build, when it was skipped.</summary>
    public string Note { get; init; } = "";
}
